import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { code, count, epochMs, json, maybeCode, rowNumber, ulid } from './columns';

/** The record: what happened in a sitting, appended by `recordTransition` and never changed. */
@Entity('exam_events')
@Unique(['sittingId', 'revision', 'ordinal'])
@Unique(['sittingId', 'commandId'])
export class ExamEvent {
  @PrimaryGeneratedColumn(rowNumber)
  id!: number;

  @Column(ulid)
  sittingId!: string;

  @Column(count)
  revision!: number;

  /** Place inside the revision, from 0. */
  @Column(count)
  ordinal!: number;

  @Column(code(60))
  kind!: string;

  @Column(epochMs)
  at!: number;

  /** `candidate`, `system`, or `staff:<id>`. */
  @Column(code(40))
  byWhom!: string;

  @Column(maybeCode(40))
  stepId!: string | null;

  @Column(maybeCode(80))
  commandId!: string | null;

  @Column(json)
  details!: Readonly<Record<string, unknown>>;
}
