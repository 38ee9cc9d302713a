import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { epochMs, ulid, words } from './columns';

/** A line of the interview record that the secretary keeps. Never changed: what was wrong is corrected by another. */
@Entity('interview_notes')
@Index(['sittingId', 'at'])
export class InterviewNote {
  /** Made by the browser, so that a repeat is the same note. */
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Column(ulid)
  staffId!: string;

  @Column(words(80))
  authorName!: string;

  @Column(epochMs)
  at!: number;

  @Column({ type: 'text' })
  text!: string;
}
