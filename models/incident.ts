import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, epochMs, ulid, words } from './columns';

export type IncidentKind = 'environment' | 'candidate' | 'staff' | 'technical';

/** What somebody who watches an exam wrote down. Never changed: what was wrong is corrected by another. */
@Entity('incidents')
@Index(['sittingId', 'at'])
export class Incident {
  /** Made by the browser, so that a repeat is the same incident. */
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Column(ulid)
  staffId!: string;

  @Column(words(80))
  authorName!: string;

  @Column(code(20))
  kind!: IncidentKind;

  @Column(epochMs)
  at!: number;

  @Column({ type: 'text' })
  text!: string;
}
