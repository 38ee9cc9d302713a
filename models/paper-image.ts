import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, epochMs, ulid } from './columns';

/** An image that texts of an exam's papers name. */
@Entity('paper_images')
export class PaperImage {
  @PrimaryColumn(ulid)
  examId!: string;

  @PrimaryColumn(code(100))
  name!: string;

  @Column({ ...code(80), name: 'object_key' })
  key!: string;

  @Column(count)
  width!: number;

  @Column(count)
  height!: number;

  @Column(epochMs)
  createdAt!: number;
}
