import type { SittingDriver } from './drivers';
import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { isRecorded, roomKept, sittingKept, type Story } from './history-stories';

const SET = '01ARZ3NDEKTSV4RRFFQ69G5FA1';
const sealed = { name: 'sheets-sealed', setId: SET, version: 1, sheets: 2, digest: 'd'.repeat(64) } as const;

const isPhase = (sitting: SittingDriver, phase: string) =>
  until(
    () => sitting.state(),
    ({ view: { step } }) => step?.phase === phase,
    40_000,
  );
const isOver = (sitting: SittingDriver) =>
  until(
    () => sitting.state(),
    ({ view }) => view.phase === 'over',
    40_000,
  );

/** Dispatched for later, moved, dispatched at once; handed in, collected, closed around; reopened. */
const onScreen: Story = async (hall: Hall) => {
  const room = await hall.room();
  const flow = flowOf(['online']);
  const [handedIn, collected] = [hall.sitting(room, flow), hall.sitting(room, flow)];
  for (const sitting of [handedIn, collected]) await sitting.checkIn();
  await room.order({ kind: 'dispatch', paper: 'online', at: (await hall.now()) + 3_600_000 });
  await isPhase(handedIn, 'open');
  await room.order({ kind: 'dispatch', paper: 'online' });
  await until(
    () => handedIn.state(),
    ({ view }) => view.roomSeq === 2,
  );
  await handedIn.ask('online', { name: 'paper.open' });
  await handedIn.ask('online', { name: 'paper.hand-in' });
  await isOver(handedIn);
  await handedIn.order({ kind: 'reopen', ms: 60_000, reason: 'by mistake' });
  await handedIn.order({ kind: 'end' });
  await isOver(handedIn);
  await room.order({ kind: 'collect', paper: 'online', reason: 'alarm' });
  await isOver(collected);
  const other = await hall.room();
  await other.order({ kind: 'dispatch', paper: 'online' });
  const late = hall.sitting(other, flow);
  await late.checkIn();
  await isPhase(late, 'open');
  await other.order({ kind: 'close' });
  await isOver(late);
  for (const sitting of [handedIn, collected, late]) await isRecorded(hall, sitting);
  return [
    sittingKept('sitting-paper-handed-in-reopened-and-ended', handedIn),
    sittingKept('sitting-paper-collected-by-its-room', collected),
    sittingKept('sitting-paper-of-a-late-comer-closed-around', late),
    roomKept('room-that-dispatches-moves-and-collects-papers', room),
  ];
};

/** Pens down by the candidate and by the clock; sealed, received, handed in; and nothing at all. */
const onPaper: Story = async (hall: Hall) => {
  const room = await hall.room();
  const brief = flowOf(['photos'], {
    paper: { minutes: 0.1, photographMinutes: 0.05, uploadMinutes: 0.05, dispatch: { by: 'entry' } },
  });
  const photographed = hall.sitting(room, flowOf(['photos'], { paper: { dispatch: { by: 'entry' } } }));
  await photographed.checkIn();
  await photographed.ask('photos', { name: 'paper.pens-down' });
  await photographed.ask('photos', sealed);
  const at = await hall.now();
  await photographed.ask('photos', { name: 'sheets-received', setId: SET, at }, { by: 'system' });
  await photographed.ask('photos', { name: 'paper.hand-in' });
  await isOver(photographed);
  const missing = hall.sitting(room, brief);
  await missing.checkIn();
  await isPhase(missing, 'photographing');
  await missing.ask('photos', sealed);
  await isPhase(missing, 'uploading');
  await isOver(missing);
  for (const sitting of [photographed, missing]) await isRecorded(hall, sitting);
  return [
    sittingKept('sitting-sheets-sealed-received-and-handed-in', photographed),
    sittingKept('sitting-sheets-that-never-came', missing),
  ];
};

/** What a written exam leaves in the histories. */
export const writtenStories: readonly Story[] = [onScreen, onPaper];
