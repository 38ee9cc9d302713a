import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MeasuredOutage } from '#protocol/live.schema';
import { code, epochMs, maybeEpochMs, ulid } from './columns';

/**
 * Silence of one device of a candidate whose clock ran: measured, never judged. What staff gave back of it is in the
 * ledger of the sitting, which names the row.
 */
@Entity('measured_outages')
@Unique(['sittingId', 'position', 'lastSeenAt'])
export class MeasuredOutageRow {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Index()
  @Column(ulid)
  roomId!: string;

  @Column({ type: 'tinyint', unsigned: true })
  position!: 1 | 2;

  /** Last sign of life before it: names the silence, however often it is noticed. */
  @Column(epochMs)
  lastSeenAt!: number;

  @Column(code(10))
  began!: MeasuredOutage['began'];

  /** The last sign of life, or a little later where the page knew better. */
  @Column(epochMs)
  fromAt!: number;

  /** Null while it lasts. */
  @Index()
  @Column(maybeEpochMs)
  toAt!: number | null;
}
