import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { count, maybeCode, maybeEpochMs, sha256, ulid, words } from './columns';
import { Exam } from './exam';
import { Room } from './room';

/** A line of the roster: who may sit, and what he proves it with. */
@Entity('candidates')
@Unique(['examId', 'ticket'])
export class Candidate {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  examId!: string;

  @ManyToOne(() => Exam)
  @JoinColumn()
  exam?: Relation<Exam>;

  @Index()
  @Column(ulid)
  roomId!: string;

  @ManyToOne(() => Room)
  @JoinColumn()
  room?: Relation<Room>;

  @Column(words(40))
  ticket!: string;

  @Column(words(80))
  name!: string;

  /** First and last figures only: enough to compare with the card, useless when stolen. */
  @Column({ ...words(40), nullable: true })
  idNumberMasked!: string | null;

  @Column({ ...words(40), nullable: true })
  phone!: string | null;

  /** Argon2id, in its own notation. */
  @Column(words(200))
  passcodeHash!: string;

  /** When the present passcode and link were printed; null where he has none yet. */
  @Column(maybeEpochMs)
  passcodeIssuedAt!: number | null;

  /** SHA-256 (hex) of the personal link's token. */
  @Index({ unique: true })
  @Column({ ...sha256, nullable: true })
  linkHash!: string | null;

  /** Registered photo in storage. */
  @Column(maybeCode(80))
  photoKey!: string | null;

  /** Added to every clock of this candidate. */
  @Column({ ...count, default: 0 })
  extraMinutes!: number;
}
