import { Column, Entity, PrimaryColumn } from 'typeorm';
import { count, epochMs, ulid } from './columns';

/** Which device holds a position of a sitting. Whoever carries an older epoch is superseded. */
@Entity('positions')
export class HeldPosition {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  position!: 1 | 2;

  @Column(count)
  epoch!: number;

  @Column(ulid)
  deviceId!: string;

  @Column(epochMs)
  claimedAt!: number;

  @Column(epochMs)
  lastSeenAt!: number;
}
