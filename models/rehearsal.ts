import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RehearsalReason } from '#protocol/rehearsal';
import type { RehearsalReport, RehearsalTake } from '#protocol/rehearsal.schema';
import { count, epochMs, maybeCode, maybeEpochMs, maybeJson, ulid } from './columns';

/**
 * What is known of one rehearsal. It is played by a sitting of its own, in an exam of its own that nobody else sees;
 * `sittingId` names the real one, which it never touches. Each device writes its own columns.
 */
@Entity('rehearsals')
@Index(['examId', 'beganAt'])
@Index(['sittingId', 'beganAt'])
export class Rehearsal {
  @PrimaryColumn(ulid)
  id!: string;

  /** Of the real exam. */
  @Column(ulid)
  examId!: string;

  @Column(ulid)
  sittingId!: string;

  /** The sitting, and the exam, that play it; gone some days later, when the result remains. */
  @Index({ unique: true })
  @Column(ulid)
  playedBy!: string;

  @Column(ulid)
  playedIn!: string;

  @Column(epochMs)
  beganAt!: number;

  @Column(maybeEpochMs)
  finishedAt!: number | null;

  @Column(maybeCode(10))
  outcome!: 'passed' | 'failed' | null;

  @Column(maybeJson)
  reasons!: readonly RehearsalReason[] | null;

  @Column(maybeJson)
  firstReport!: RehearsalReport | null;

  @Column(maybeJson)
  secondReport!: RehearsalReport | null;

  /** 0: nothing was recorded yet. */
  @Column({ ...count, default: 0 })
  trialNumber!: number;

  @Column(maybeEpochMs)
  trialBeganAt!: number | null;

  @Column(maybeJson)
  firstTake!: RehearsalTake | null;

  @Column(maybeJson)
  secondTake!: RehearsalTake | null;
}
