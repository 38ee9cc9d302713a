import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { identityStatus, StaffView } from '#protocol/views.schema';
import type { StepKind } from '#steps/schemas';
import type { z } from 'zod';
import { Candidate } from './candidate';
import { code, count, maybeCode, maybeEpochMs, maybeJson, maybeUlid, ulid } from './columns';
import { Exam } from './exam';
import { FlowVersion } from './flow-version';
import { Room } from './room';

/**
 * One candidate's one exam, with the projection of its workflow. The row is made with the roster, so that the
 * sitting's id is known before check-in; `revision` is 0 and the view null until then.
 */
@Entity('sittings')
@Index(['roomId', 'revision'])
@Index(['roomId', 'queueKey'])
@Index(['stepKind', 'stepPhase', 'stepSince'])
export class Sitting {
  @PrimaryColumn(ulid)
  id!: string;

  @Index()
  @Column(ulid)
  examId!: string;

  @ManyToOne(() => Exam)
  @JoinColumn()
  exam?: Relation<Exam>;

  @Column(ulid)
  roomId!: string;

  @ManyToOne(() => Room)
  @JoinColumn()
  room?: Relation<Room>;

  @Column(ulid)
  candidateId!: string;

  @OneToOne(() => Candidate)
  @JoinColumn()
  candidate?: Relation<Candidate>;

  /** Set once, at check-in, where it is null: a later version of the exam's flow changes no begun sitting. */
  @Column(maybeUlid)
  flowVersionId!: string | null;

  @ManyToOne(() => FlowVersion)
  @JoinColumn()
  flowVersion?: Relation<FlowVersion> | null;

  @Column(maybeEpochMs)
  startedAt!: number | null;

  /** Null again when the sitting is reopened. */
  @Column(maybeEpochMs)
  endedAt!: number | null;

  /** Guards every write of what follows. */
  @Column({ ...count, default: 0 })
  revision!: number;

  @Column(maybeJson)
  staffView!: StaffView | null;

  @Column(maybeCode(20))
  stepKind!: StepKind | null;

  @Column(maybeCode(20))
  stepPhase!: string | null;

  /** When the step's present phase began, as far as the view tells; else when the step began. */
  @Column(maybeEpochMs)
  stepSince!: number | null;

  /** The paper step that goes on; null outside. One statement judges autosaves by this and the next three. */
  @Column(maybeCode(40))
  paperStep!: string | null;

  /** From when on the paper may be read; null before its dispatch. */
  @Column(maybeEpochMs)
  paperOpens!: number | null;

  /** When the present writing began: later than `paperOpens` after reopening. */
  @Column(maybeEpochMs)
  paperSince!: number | null;

  /** Until when autosaves are taken, the grace included; null while none are. */
  @Column(maybeEpochMs)
  paperUntil!: number | null;

  /** Last room order that is in this projection. */
  @Column({ ...count, default: 0 })
  roomSeq!: number;

  /** Earlier first in the waiting area; null outside. */
  @Column(maybeCode(80))
  queueKey!: string | null;

  @Column({ ...code(10), default: 'not-yet' })
  identityStatus!: z.infer<typeof identityStatus>;
}
