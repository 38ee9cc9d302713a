import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { code, count, epochMs, maybeCode, maybeEpochMs, sha256, ulid } from './columns';

/** One photographed sheet, known by the digest of its bytes from the first word of its upload on. */
@Entity('sheets')
@Unique(['sittingId', 'stepId', 'digest'])
export class Sheet {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Column(code(40))
  stepId!: string;

  /** SHA-256 (hex) of the bytes as photographed. */
  @Column(sha256)
  digest!: string;

  @Column(count)
  bytes!: number;

  /** As the page announced it. */
  @Column(code(60))
  mediaType!: string;

  @Column(code(10))
  state!: 'uploading' | 'checking' | 'ready' | 'refused';

  /** Bytes that have arrived and are stored. `offset` is a word of SQL. */
  @Column({ ...count, name: 'arrived' })
  offset!: number;

  @Column(maybeCode(30))
  refusal!: string | null;

  /** The inert picture that was made of it. */
  @Column({ ...maybeCode(80), name: 'object_key' })
  key!: string | null;

  @Column({ ...count, nullable: true })
  width!: number | null;

  @Column({ ...count, nullable: true })
  height!: number | null;

  @Column(epochMs)
  createdAt!: number;

  @Column(maybeEpochMs)
  receivedAt!: number | null;
}
