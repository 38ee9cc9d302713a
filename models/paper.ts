import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalText } from '#protocol/text.schema';
import { code, count, epochMs, json, maybeCode, maybeJson, sha256, ulid } from './columns';

/** Where in a PDF the bytes lie that carry the reader's mark, so that they are exchanged without reading it again. */
export interface PaperMark {
  readonly offset: number;
  readonly length: number;
}

/** A paper of an exam. What it asks lies encrypted in storage; of that there is nothing in this row. */
@Entity('papers')
export class Paper {
  @PrimaryColumn(ulid)
  id!: string;

  @Index()
  @Column(ulid)
  examId!: string;

  @Column(json)
  title!: LocalText;

  @Column(code(10))
  form!: 'pdf' | 'questions';

  /** Of a PDF. */
  @Column({ ...count, nullable: true })
  pages!: number | null;

  /** Of a paper of questions. */
  @Column({ ...count, nullable: true })
  questions!: number | null;

  @Column({ type: 'double', nullable: true })
  points!: number | null;

  /** Of the file as it came. */
  @Column(count)
  bytes!: number;

  @Column(sha256)
  digest!: string;

  /** The file as it came. */
  @Column(code(80))
  sourceKey!: string;

  /** What a candidate is shown: the markable PDF, or the public questions. */
  @Column(code(80))
  contentKey!: string;

  /** The key of the objective questions, apart from the paper; null for a PDF. */
  @Column(maybeCode(80))
  secretKey!: string | null;

  @Column(maybeJson)
  mark!: PaperMark | null;

  @Column(epochMs)
  createdAt!: number;

  @Column(code(40))
  createdBy!: string;
}
