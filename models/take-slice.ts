import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { code, count, epochMs, maybeCode, maybeEpochMs, sha256, ulid } from './columns';

/** Some seconds of one position, encrypted in storage as they were recorded. */
@Entity('take_slices')
@Unique(['takeId', 'position', 'segment', 'seq'])
export class TakeSlice {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  takeId!: string;

  @Index()
  @Column(ulid)
  sittingId!: string;

  @Column({ type: 'tinyint', unsigned: true })
  position!: 1 | 2;

  @Column(count)
  segment!: number;

  /** 0, 1, … of its segment. */
  @Column(count)
  seq!: number;

  /** Ms from the beginning of the take's span, as measured by the device. */
  @Column(count)
  fromMs!: number;

  @Column(count)
  toMs!: number;

  @Column(sha256)
  digest!: string;

  @Column(count)
  bytes!: number;

  @Column(code(10))
  state!: 'uploading' | 'stored';

  /** Bytes that have arrived and are stored. `offset` is a word of SQL. */
  @Column({ ...count, name: 'arrived' })
  offset!: number;

  /** Where the whole slice lies; null until it is stored and its digest is right. */
  @Column({ ...maybeCode(80), name: 'object_key' })
  key!: string | null;

  @Column(epochMs)
  createdAt!: number;

  @Column(maybeEpochMs)
  receivedAt!: number | null;
}
