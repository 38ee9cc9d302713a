import { Column, Entity, PrimaryColumn } from 'typeorm';
import { epochMs, ulid } from './columns';

/** What a candidate said of the facts that were recorded of him: once, and never changed. */
@Entity('fact_comments')
export class FactComment {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @Column(epochMs)
  at!: number;

  @Column({ type: 'text' })
  text!: string;
}
