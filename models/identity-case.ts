import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { identityDecider } from '#steps/face-check/schema';
import type { z } from 'zod';
import { code, epochMs, json, maybeCode, maybeEpochMs, ulid } from './columns';

/** A person looks at who somebody is. Written by the case's workflow; it holds back the result, never the exam. */
@Entity('identity_cases')
@Index(['roomId', 'phase'])
export class IdentityCase {
  /** `<sittingId>.<stepId>`. */
  @PrimaryColumn(code(80))
  caseId!: string;

  @Index()
  @Column(ulid)
  sittingId!: string;

  @Column(ulid)
  roomId!: string;

  @Column(code(40))
  stepId!: string;

  @Column(code(40))
  reason!: string;

  @Column(code(20))
  decidedByRole!: z.infer<typeof identityDecider>;

  @Column(code(20))
  phase!: 'open' | 'second-person' | 'decided';

  @Column(maybeCode(20))
  verdict!: 'same' | 'different' | 'unsure' | null;

  /** Who said "different" first, while a second person is waited for. */
  @Column(maybeCode(40))
  firstBy!: string | null;

  @Column(maybeCode(40))
  decidedBy!: string | null;

  @Column(epochMs)
  openedAt!: number;

  @Column(maybeEpochMs)
  decidedAt!: number | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  note!: string | null;

  /** Captured ID card in storage. */
  @Column(maybeCode(80))
  cardKey!: string | null;

  /** Stills of all attempts, by key; emptied when they are deleted. */
  @Column(json)
  stills!: readonly string[];
}
