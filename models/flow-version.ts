import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import type { FlowDocument } from '#protocol/flow.schema';
import { code, count, epochMs, json, sha256, ulid } from './columns';
import { Flow } from './flow';

/** A published flow: never changed afterwards, since sittings under way carry its snapshot. */
@Entity('flow_versions')
@Unique(['flowId', 'number'])
export class FlowVersion {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  flowId!: string;

  @ManyToOne(() => Flow)
  @JoinColumn()
  flow?: Relation<Flow>;

  /** 1, 2, … inside the flow. */
  @Column(count)
  number!: number;

  /** As the administrator wrote it. */
  @Column({ type: 'mediumtext' })
  yaml!: string;

  @Column(json)
  document!: FlowDocument;

  /** SHA-256 (hex) of `yaml`. */
  @Column(sha256)
  digest!: string;

  @Column(epochMs)
  publishedAt!: number;

  /** `system`, or `staff:<id>`. */
  @Column(code(40))
  publishedBy!: string;
}
