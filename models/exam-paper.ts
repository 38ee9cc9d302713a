import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, count, ulid } from './columns';

/** A paper that a step of an exam dispatches; of several each candidate draws one. */
@Entity('exam_papers')
export class ExamPaper {
  @PrimaryColumn(ulid)
  examId!: string;

  @PrimaryColumn(code(40))
  stepId!: string;

  @Index()
  @PrimaryColumn(ulid)
  paperId!: string;

  @Column(count)
  ordinal!: number;
}
