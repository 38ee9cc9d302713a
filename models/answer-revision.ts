import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers } from '#protocol/paper.schema';
import { code, count, epochMs, json, ulid } from './columns';

/** Answers as they were: one about every minute of writing, and each that was sealed. */
@Entity('answer_revisions')
export class AnswerRevision {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @PrimaryColumn(code(40))
  stepId!: string;

  @PrimaryColumn(count)
  revision!: number;

  @PrimaryColumn(code(10))
  why!: 'autosave' | 'sealed';

  @Column(json)
  answers!: Answers;

  @Column(epochMs)
  savedAt!: number;
}
