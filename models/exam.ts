import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { ExamState } from '#protocol/office.schema';
import type { LocalText } from '#protocol/text.schema';
import { code, count, epochMs, json, maybeJson, maybeUlid, ulid, words } from './columns';
import { FlowVersion } from './flow-version';

export type VideoProvider = 'direct' | 'jitsi';

/** One event of one institution: what is examined, when, by which flow. */
@Entity('exams')
export class Exam {
  @PrimaryColumn(ulid)
  id!: string;

  /** Typed by candidates when they sign in. */
  @Index({ unique: true })
  @Column(words(40))
  code!: string;

  @Column(json)
  title!: LocalText;

  @Column(json)
  institution!: LocalText;

  /** Shown from the page's cache when the server is out of reach. */
  @Column(json)
  backupText!: LocalText;

  @Column(words(40))
  phone!: string;

  /** What sittings that begin from now on carry. */
  @Column(maybeUlid)
  flowVersionId!: string | null;

  @ManyToOne(() => FlowVersion)
  @JoinColumn()
  flowVersion?: Relation<FlowVersion> | null;

  @Column(epochMs)
  opensAt!: number;

  @Column(epochMs)
  entryClosesAt!: number;

  @Column(epochMs)
  closesAt!: number;

  /** The sitting that is rehearsed: such an exam is the stage of one rehearsal, in no list, and gone in some days. */
  @Index()
  @Column(maybeUlid)
  rehearsalOf!: string | null;

  @Column({ ...code(10), default: 'direct' })
  videoProvider!: VideoProvider;

  /** What is there without one, such as the demo and the stages of rehearsals, is open. */
  @Column({ ...code(10), default: 'open' })
  state!: ExamState;

  /** In which the office writes and prints times. */
  @Column({ ...code(60), default: 'Asia/Shanghai' })
  timeZone!: string;

  /** For candidates, printed on their login slips. */
  @Column(maybeJson)
  notices!: LocalText | null;

  /** How long the office wants its record kept, counted from the end of the exam. */
  @Column({ ...count, default: 180 })
  retentionDays!: number;
}
