import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PhotoFault } from '#protocol/office.schema';
import { code, count, epochMs, json, maybeEpochMs, ulid, words } from './columns';

/** A zip file of registered photos. The row is the truth: whoever looks at faces takes it, and says here how far he is. */
@Entity('photo_batches')
@Index(['examId', 'createdAt'])
@Index(['phase', 'claimedUntil'])
export class PhotoBatch {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  examId!: string;

  @Column(words(200))
  fileName!: string;

  @Column(code(80))
  objectKey!: string;

  @Column(code(10))
  phase!: 'wanted' | 'done' | 'unreadable';

  @Column({ ...count, default: 0 })
  total!: number;

  @Column({ ...count, default: 0 })
  lookedAt!: number;

  /** Photos that candidates carry from now on. */
  @Column({ ...count, default: 0 })
  taken!: number;

  @Column(json)
  faults!: readonly PhotoFault[];

  @Column(epochMs)
  createdAt!: number;

  @Column(code(40))
  createdBy!: string;

  /** Somebody is at it until then; renewed after every photo. */
  @Column({ ...epochMs, default: 0 })
  claimedUntil!: number;

  @Column(maybeEpochMs)
  finishedAt!: number | null;
}
