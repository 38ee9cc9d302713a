import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HelpReport } from '#protocol/help.schema';
import { epochMs, json, maybeEpochMs, maybeUlid, ulid } from './columns';

/** A candidate's call for help. It changes no exam; support answers it, and it ends with a note. */
@Entity('help_calls')
@Index(['examId', 'closedAt'])
@Index(['sittingId', 'openedAt'])
export class HelpCall {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  examId!: string;

  @Column(ulid)
  sittingId!: string;

  /** The open call of a sitting, null once closed: a sitting has one open call at most. */
  @Index({ unique: true })
  @Column(maybeUlid)
  openOf!: string | null;

  @Column(epochMs)
  openedAt!: number;

  @Column(json)
  report!: HelpReport;

  /** Newest report: the page sends it again when the candidate asks again. */
  @Column(epochMs)
  reportedAt!: number;

  @Column(maybeUlid)
  takenBy!: string | null;

  @Column(maybeEpochMs)
  takenAt!: number | null;

  @Column(maybeEpochMs)
  closedAt!: number | null;

  /** The member of staff who closed it; null where the candidate did. */
  @Column(maybeUlid)
  closedBy!: string | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  note!: string | null;
}
