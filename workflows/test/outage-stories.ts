import { ulid } from 'ulid';
import type { SittingDriver } from './drivers';
import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { enter, isRecorded, roomKept, sittingKept, type Story } from './history-stories';

const brief = flowOf(['waiting', 'interview'], {
  interview: { minutes: 0.05, closingSeconds: 2, atDeadline: 'end' },
});
const none = { isOursUnbooked: false, measured: [] };

const inside = async (hall: Hall) => {
  const room = await hall.room();
  const sitting = hall.sitting(room, brief);
  await sitting.checkIn();
  const { view } = await enter(room, sitting);
  return { room, sitting, deadline: view.clock?.deadlineAt ?? 0 };
};
const isPast = (hall: Hall, at: number) => until(hall.now, (now) => now > at);
const isPhase = (sitting: SittingDriver, phase: string) =>
  until(
    () => sitting.state(),
    ({ view: { step } }) => step?.phase === phase,
  );

/** The deadline is held, looked at again, and moved by the order that gives our outage back. */
const ours: Story = async (hall) => {
  hall.store.outages = { isOursUnbooked: true, measured: [] };
  const { room, sitting, deadline } = await inside(hall);
  await isPast(hall, deadline + 6_000);
  hall.store.outages = none;
  const order = {
    kind: 'our-outage',
    outageId: ulid(),
    from: deadline - 1_000,
    to: deadline + 60_000,
  } as const;
  const { seq } = await room.order(order, { by: 'system' });
  await until(
    () => sitting.state(),
    ({ view }) => view.roomSeq >= seq,
  );
  await isRecorded(hall, sitting);
  return [
    sittingKept('sitting-held-while-our-outage-was-unbooked', sitting),
    roomKept('room-gave-our-outage-back', room),
  ];
};

/** The grace is longer while a device is silent, and shorter again once staff have answered. */
const candidates: Story = async (hall) => {
  const { sitting, deadline } = await inside(hall);
  const id = ulid();
  const silence = { id, position: 1, began: 'lost', from: deadline - 2_000, to: null } as const;
  hall.store.outages = { isOursUnbooked: false, measured: [silence] };
  await isPhase(sitting, 'closing');
  await isPast(hall, deadline + 3_000);
  hall.store.outages = none;
  const span = { from: silence.from, to: silence.from };
  const credit = { kind: 'credit', cause: 'candidate-outage', reason: 'left by himself' } as const;
  await sitting.order({ ...credit, ...span, outages: [id] });
  await sitting.order({ kind: 'end' });
  await isRecorded(hall, sitting);
  return [sittingKept('sitting-closing-longer-until-an-outage-was-answered', sitting)];
};

/** Outages at deadlines, for the replay suite. */
export const outageStories: readonly Story[] = [ours, candidates];
