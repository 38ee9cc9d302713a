import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, epochMs, maybeJson, ulid } from './columns';

/** One run of one position's recorder in a take: its slices one after another are one file. */
@Entity('take_segments')
export class TakeSegment {
  @PrimaryColumn(ulid)
  takeId!: string;

  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  position!: 1 | 2;

  @PrimaryColumn(count)
  segment!: number;

  /** Of the take, that it was recorded in. */
  @Column(count)
  span!: number;

  @Column(code(60))
  mediaType!: string;

  /** Of the device that recorded it: another one's slices are not of this run. */
  @Column(count)
  epoch!: number;

  /** What it consists of, once its device has said so. */
  @Column(maybeJson)
  declared!: readonly { readonly digest: string; readonly bytes: number }[] | null;

  @Column(epochMs)
  createdAt!: number;
}
