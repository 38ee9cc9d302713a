import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { StaffRole } from '#protocol/policies';
import { code, maybeEpochMs, maybeUlid, ulid, words } from './columns';
import { Exam } from './exam';
import { StaffRoom } from './staff-room';

@Entity('staff')
export class Staff {
  @PrimaryColumn(ulid)
  id!: string;

  /** Null: every exam of the installation. */
  @Column(maybeUlid)
  examId!: string | null;

  @ManyToOne(() => Exam)
  @JoinColumn()
  exam?: Relation<Exam> | null;

  @Index({ unique: true })
  @Column(words(80))
  login!: string;

  @Column(words(80))
  name!: string;

  /** Argon2id, in its own notation. */
  @Column(words(200))
  passwordHash!: string;

  @Column(code(20))
  role!: StaffRole;

  /** From then on nobody signs in with it; what he did stays his. */
  @Column(maybeEpochMs)
  disabledAt!: number | null;

  @OneToMany(() => StaffRoom, (membership) => membership.staff)
  rooms?: Relation<StaffRoom[]>;
}
