import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, epochMs, ulid } from './columns';

/** Whether a sitting's doorbell was heard: `absent` has no workflow, and pulls the order should it ever begin. */
@Entity('order_deliveries')
export class OrderDelivery {
  @PrimaryColumn(ulid)
  roomId!: string;

  @PrimaryColumn(count)
  seq!: number;

  @PrimaryColumn(ulid)
  sittingId!: string;

  @Column(epochMs)
  at!: number;

  @Column(code(10))
  outcome!: 'rung' | 'absent';
}
