import { condition } from '@temporalio/workflow';
import { untilDone } from '../lanes';
import { doorbells, records } from '../ports';
import type { Room } from './room';

/** Writes orders and the room's projection, in order; the doorbell rings for what is durable. */
export const record = async (room: Room): Promise<void> => {
  for (;;) {
    await condition(() => room.hasUnrecorded() || room.isLeaving());
    if (!room.hasUnrecorded()) return;
    await untilDone('record orders', () => flush(room));
  }
};

const flush = async (room: Room): Promise<void> => {
  const { orders, room: view } = room.unrecorded();
  await records.recordOrders({ roomId: room.input.roomId, orders, room: view });
  room.recorded(orders, view.revision);
};

/** One lane for guests, one for the whole roster: an invitation never waits for five hundred bells. */
export const ring = async (room: Room, which: 'guest' | 'everyone'): Promise<void> => {
  for (;;) {
    await condition(() => room.nextRing(which) !== undefined || (room.isLeaving() && !room.hasUnrecorded()));
    const next = room.nextRing(which);
    if (!next) return;
    const { absent } = await untilDone('doorbells', () =>
      doorbells.ringDoorbells({ roomId: room.input.roomId, upTo: next.upTo, to: next.to }),
    );
    room.rung(next, absent > 0);
  }
};

/** Waits for guests who do not answer, and for the end of the exam's day. */
export const watch = async (room: Room): Promise<void> => {
  for (;;) {
    const due = room.dueAt();
    const called = () => room.isLeaving() || room.dueAt() !== due;
    if (!called()) {
      const wait = Math.max(1, due - Date.now());
      await condition(called, wait);
    }
    if (room.dueAt() <= Date.now()) room.meetDeadline();
    else if (room.isLeaving()) return;
  }
};
