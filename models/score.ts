import { Column, Entity, PrimaryColumn } from 'typeorm';
import { epochMs, json, maybeEpochMs, ulid } from './columns';

/** One examiner's sheet for one sitting; unchangeable once sealed. */
@Entity('scores')
export class Score {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @PrimaryColumn(ulid)
  staffId!: string;

  /** Points by criterion. `values` is a word of SQL, hence the column's name. */
  @Column({ ...json, name: 'points' })
  values!: Readonly<Record<string, number>>;

  @Column({ type: 'text' })
  note!: string;

  @Column(epochMs)
  savedAt!: number;

  @Column(maybeEpochMs)
  sealedAt!: number | null;
}
