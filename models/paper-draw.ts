import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, count, epochMs, sha256, ulid } from './columns';

/** Which of the equivalent papers a candidate drew, and from what, so that the draw can be repeated. */
@Entity('paper_draws')
@Index(['examId', 'stepId'])
export class PaperDraw {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @PrimaryColumn(code(40))
  stepId!: string;

  @Column(ulid)
  examId!: string;

  @Column(ulid)
  paperId!: string;

  /** Hex figures that the draw is made of; `choices` papers in their order. */
  @Column(sha256)
  seed!: string;

  @Column(count)
  choices!: number;

  @Column(epochMs)
  drawnAt!: number;
}
