import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, count, epochMs, json, maybeCode, maybeEpochMs, maybeJson, ulid } from './columns';

/** A stored object that is part of a longer whole, so that a range of it is read without the rest. */
export interface Piece {
  readonly key: string;
  readonly bytes: number;
}

/** Where a segment stands in its take and in the joined file, in ms. */
export interface PlacedSegment {
  readonly segment: number;
  readonly span: number;
  readonly fromMs: number;
  readonly fileMs: number;
  readonly durationMs: number;
}

/** The seekable file of one position of a take. The row is what is to be done; a queue only reminds of it. */
@Entity('take_files')
@Index(['state', 'dueAt'])
export class TakeFile {
  @PrimaryColumn(ulid)
  takeId!: string;

  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  position!: 1 | 2;

  @Column(code(10))
  state!: 'wanted' | 'joining' | 'ready' | 'failed';

  /** Grows with everything that has arrived since; what was joined of an older one is joined again. */
  @Column(count)
  wish!: number;

  @Column(count)
  attempts!: number;

  /** Not before: later after each failure. While it is joined: when that is taken for dead. */
  @Column(epochMs)
  dueAt!: number;

  /** Why the last attempt came to nothing. */
  @Column(maybeCode(40))
  failure!: string | null;

  @Column(json)
  pieces!: readonly Piece[];

  @Column({ ...maybeCode(80), name: 'poster_key' })
  posterKey!: string | null;

  @Column(maybeCode(60))
  mediaType!: string | null;

  @Column({ ...count, nullable: true })
  durationMs!: number | null;

  @Column({ ...count, nullable: true })
  width!: number | null;

  @Column({ ...count, nullable: true })
  height!: number | null;

  @Column(maybeCode(10))
  sound!: 'heard' | 'silent' | 'none' | null;

  @Column(maybeJson)
  timeline!: readonly PlacedSegment[] | null;

  @Column(maybeEpochMs)
  joinedAt!: number | null;
}
