import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { epochMs, maybeEpochMs, ulid } from './columns';

/** An outage of ours, as missing heartbeats prove it; every running clock gets it back by an order of its room. */
@Entity('our_outages')
@Unique(['fromAt'])
export class OurOutage {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(epochMs)
  fromAt!: number;

  @Column(epochMs)
  toAt!: number;

  @Column(epochMs)
  noticedAt!: number;

  /** When every room that it concerns had taken the order; null until then, and tried again. */
  @Index()
  @Column(maybeEpochMs)
  bookedAt!: number | null;
}
