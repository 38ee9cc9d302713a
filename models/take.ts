import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Take as TakeLedger } from '#steps/recording/schema';
import { code, count, epochMs, json, maybeCode, maybeEpochMs, maybeJson, sha256, ulid } from './columns';

/** One slice by its place in its take. */
export interface PlacedSlice {
  readonly position: 1 | 2;
  readonly segment: number;
  readonly seq: number;
  readonly digest: string;
}

/** A take of the video-upload exam, as the sitting last told of it; what is sealed of it is never changed. */
@Entity('takes')
@Index(['sittingId', 'stepId'])
export class Take {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Column(code(40))
  stepId!: string;

  @Column(code(40))
  question!: string;

  /** 1, 2, … of its question. `number` is a word of SQL. */
  @Column({ ...count, name: 'ordinal' })
  n!: number;

  @Column(json)
  ledger!: TakeLedger;

  @Column(epochMs)
  createdAt!: number;

  /** Null while it does not count. */
  @Column(maybeEpochMs)
  sealedAt!: number | null;

  @Column({ ...sha256, nullable: true })
  sealedDigest!: string | null;

  /** In their order; bytes of these are taken also after the seal. */
  @Column(maybeJson)
  sealedSlices!: readonly PlacedSlice[] | null;

  @Column(maybeCode(10))
  sealedBy!: 'candidate' | 'clock' | null;
}
