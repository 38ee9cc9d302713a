import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NumberedOrder } from '#protocol/orders.schema';
import { code, count, epochMs, json, maybeUlid, ulid } from './columns';

/** An order of a room: numbered without a gap, pulled by sittings in that order. */
@Entity('room_orders')
export class RoomOrderRow {
  @PrimaryColumn(ulid)
  roomId!: string;

  @PrimaryColumn(count)
  seq!: number;

  /** Null: every sitting of the room. */
  @Column(maybeUlid)
  toSitting!: string | null;

  @Column(code(20))
  kind!: NumberedOrder['order']['kind'];

  @Column(epochMs)
  effectiveAt!: number;

  /** `system`, or `staff:<id>`. */
  @Column(code(40))
  byWhom!: string;

  @Column(json)
  body!: NumberedOrder['order'];
}
