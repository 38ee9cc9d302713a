import type { SittingDriver } from './drivers';
import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { isRecorded, sittingKept, type Story } from './history-stories';

const idOf = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G5T${String(n).padStart(2, '0')}`;
const sealed = (takeId: string) =>
  ({ name: 'take-confirmed', takeId, slices: 12, digest: 'd'.repeat(64) }) as const;
const begin = (takeId: string, question = 'q1') => ({ name: 'recording.begin', question, takeId }) as const;
const again = (takeId: string) => ({ name: 'recording.re-record', question: 'q1', takeId }) as const;
const stop = (takeId: string) => ({ name: 'recording.stop', takeId }) as const;
const isOver = (sitting: SittingDriver) =>
  until(
    () => sitting.state(),
    ({ view }) => view.phase === 'over',
    60_000,
  );

/** Broken by a reload, redone free, recorded again for one of the quota, refused at zero, confirmed; reopened. */
const confirmed = async (hall: Hall, sitting: SittingDriver): Promise<void> => {
  const ask = (command: Parameters<SittingDriver['ask']>[1]) => sitting.ask('recording', command);
  await ask({ name: 'recording.show', question: 'q1' });
  await ask(begin(idOf(1)));
  const at = await hall.now();
  await ask({ name: 'take-broken', takeId: idOf(1), at, cause: 'reload' });
  await ask({ name: 'recording.continue', takeId: idOf(1) });
  await ask({ name: 'take-broken', takeId: idOf(1), at: null, cause: 'position-lost' });
  await ask(begin(idOf(2)));
  await ask({ name: 'recording.silent', takeId: idOf(2), position: 2 });
  await ask({ name: 'recording.back', takeId: idOf(2), position: 2 });
  await ask(stop(idOf(2)));
  await ask(again(idOf(3)));
  await ask(stop(idOf(3)));
  await ask(again(idOf(4)));
  await ask(stop(idOf(4)));
  await ask(again(idOf(5))).catch(() => 'refused');
  await ask(sealed(idOf(4)));
  await ask({ name: 'recording.show', question: 'q2' });
  await ask(begin(idOf(6), 'q2'));
  await ask(stop(idOf(6)));
  await ask(sealed(idOf(6)));
  await isOver(sitting);
};

/** What a recorded exam leaves in the histories. */
const recorded: Story = async (hall: Hall) => {
  const room = await hall.room();
  const flow = flowOf(['recording']);
  const [handedIn, ended, shut] = [
    hall.sitting(room, flow),
    hall.sitting(room, flow),
    hall.sitting(room, flow),
  ];
  const brief = hall.sitting(room, flowOf(['recording'], { recording: { minutes: 0.05 } }));
  for (const sitting of [handedIn, ended, shut, brief]) await sitting.checkIn();
  for (const [index, sitting] of [ended, shut, brief].entries()) {
    await sitting.ask('recording', { name: 'recording.show', question: 'q1' });
    await sitting.ask('recording', begin(idOf(10 + index)));
  }
  await shut.ask('recording', stop(idOf(11)));
  await ended.order({ kind: 'end', reason: 'he is ill' });
  await confirmed(hall, handedIn);
  await handedIn.order({ kind: 'reopen', ms: 60_000, reason: 'by mistake' });
  await handedIn.order({ kind: 'end' });
  await isOver(handedIn);
  await isOver(brief);
  await room.order({ kind: 'close' });
  for (const sitting of [ended, shut]) await isOver(sitting);
  for (const sitting of [handedIn, ended, shut, brief]) await isRecorded(hall, sitting);
  return [
    sittingKept('sitting-takes-broken-redone-and-confirmed', handedIn),
    sittingKept('sitting-take-cut-by-staff', ended),
    sittingKept('sitting-take-closed-around', shut),
    sittingKept('sitting-take-collected-by-the-clock', brief),
  ];
};

export const recordedStories: readonly Story[] = [recorded];
