import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, epochMs, ulid } from './columns';

/** Which picture of a candidate: one of his cameras, or his screen. */
export type WatchSource = 'camera-1' | 'camera-2' | 'screen';

/** One of the pictures that are kept while an exam runs elsewhere; its bytes lie encrypted under `key`. */
@Entity('watch_stills')
@Index(['sittingId', 'source', 'at'])
export class WatchStill {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Column(code(10))
  source!: WatchSource;

  @Column(epochMs)
  at!: number;

  @Column({ ...code(80), name: 'object_key' })
  key!: string;
}
