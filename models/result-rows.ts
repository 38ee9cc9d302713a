import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { code, epochMs, json, rowNumber, sha256, ulid } from './columns';

/** A sealed sheet put right by the examiner who sealed it: a new entry, with its reason. The newest counts. */
@Entity('score_corrections')
@Index(['sittingId', 'staffId', 'at'])
export class ScoreCorrection {
  /** Made by the browser, so that a repeat is the same correction. */
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Column(ulid)
  staffId!: string;

  /** Points by criterion, all of them. */
  @Column({ ...json, name: 'points' })
  values!: Readonly<Record<string, number>>;

  @Column({ type: 'text' })
  reason!: string;

  @Column(epochMs)
  at!: number;
}

/** An examiner does not score this candidate: kin, teacher, or whatever else binds them. */
@Entity('score_recusals')
export class ScoreRecusal {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @PrimaryColumn(ulid)
  staffId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column(epochMs)
  at!: number;
}

export type SignerRole = 'chief-examiner' | 'secretary';

/** Somebody stands for the results of a room as they were: it holds as long as their digest is the same. */
@Entity('result_signatures')
@Index(['roomId', 'role'])
export class ResultSignature {
  @PrimaryGeneratedColumn(rowNumber)
  id!: number;

  @Column(ulid)
  roomId!: string;

  @Column(code(20))
  role!: SignerRole;

  @Column(ulid)
  staffId!: string;

  /** SHA-256 (hex) over the results that were signed. */
  @Column(sha256)
  digest!: string;

  @Column(epochMs)
  at!: number;
}

/** The results of an exam are out: nothing of them changes any more. */
@Entity('result_releases')
export class ResultRelease {
  @PrimaryColumn(ulid)
  examId!: string;

  @Column(ulid)
  staffId!: string;

  /** SHA-256 (hex) over the digests of its rooms, by room. */
  @Column(sha256)
  digest!: string;

  @Column(epochMs)
  at!: number;
}
