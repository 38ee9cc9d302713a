import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, epochMs, sha256, ulid } from './columns';

/** A part of ten recorded seconds, as it arrived. */
@Entity('rehearsal_parts')
export class RehearsalPart {
  @PrimaryColumn(ulid)
  rehearsalId!: string;

  @PrimaryColumn(count)
  trialNumber!: number;

  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  position!: 1 | 2;

  @PrimaryColumn(count)
  part!: number;

  /** In storage. */
  @Column(code(80))
  objectKey!: string;

  @Column(count)
  bytes!: number;

  @Column(sha256)
  digest!: string;

  @Column(epochMs)
  at!: number;
}
