import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers } from '#protocol/paper.schema';
import { code, count, json, maybeEpochMs, maybeUlid, sha256, ulid } from './columns';

/** What a candidate has answered on screen, as it stands: written by every autosave, each on the one before. */
@Entity('answer_sheets')
export class AnswerSheet {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @PrimaryColumn(code(40))
  stepId!: string;

  @Column(count)
  revision!: number;

  @Column(json)
  answers!: Answers;

  @Column(maybeEpochMs)
  savedAt!: number | null;

  /** The save that made this revision: its repeat is no conflict. */
  @Column(maybeUlid)
  saveId!: string | null;

  /** When it was collected last; a later writing, after reopening, goes on from here. */
  @Column(maybeEpochMs)
  sealedAt!: number | null;

  @Column({ ...count, nullable: true })
  sealedRevision!: number | null;

  /** SHA-256 (hex) over the answers that were sealed. */
  @Column({ ...sha256, nullable: true })
  sealedDigest!: string | null;
}
