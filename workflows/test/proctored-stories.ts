import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { isRecorded, sittingKept, type Story } from './history-stories';

const FACT = '01ARZ3NDEKTSV4RRFFQ69G5FB1';

/** Begun, watched with a fact and a room shown, paused and given time, ended by staff, taken back, ended by himself. */
const watched: Story = async (hall: Hall) => {
  const room = await hall.room();
  const sitting = hall.sitting(room, flowOf(['proctored']));
  await sitting.checkIn();
  await sitting.ask('proctored', { name: 'proctored.begin', client: 'browser', screen: true });
  const from = await hall.now();
  const fact = { id: FACT, fact: 'page-left', from } as const;
  await sitting.ask('proctored', { name: 'proctored.facts', facts: [{ ...fact, to: null }] });
  await sitting.ask('proctored', { name: 'proctored.facts', facts: [{ ...fact, to: from + 4_000 }] });
  await sitting.order({ kind: 'ask-for-room' });
  await sitting.ask('proctored', { name: 'proctored.room-shown' });
  await sitting.order({ kind: 'pause', reason: 'noise' });
  await sitting.order({ kind: 'resume' });
  await sitting.order({ kind: 'extend', ms: 60_000, reason: 'noise' });
  await sitting.order({ kind: 'end' });
  await sitting.order({ kind: 'undo-end' });
  await sitting.ask('proctored', { name: 'proctored.end' });
  await sitting.ask('proctored', { name: 'proctored.finish' });
  await until(
    () => sitting.state(),
    ({ view }) => view.phase === 'over',
    40_000,
  );
  const brief = hall.sitting(
    room,
    flowOf(['proctored'], { proctored: { beginMinutes: 0.05, minutes: 0.05 } }),
  );
  await brief.checkIn();
  await until(
    () => brief.state(),
    ({ view: { step } }) => step?.phase === 'closing',
    40_000,
  );
  for (const each of [sitting, brief]) await isRecorded(hall, each);
  return [
    sittingKept('sitting-proctored-watched-undone-and-ended', sitting),
    sittingKept('sitting-proctored-begun-and-closing-by-the-clock', brief),
  ];
};

/** What an exam that runs elsewhere leaves in the histories. */
export const proctoredStories: readonly Story[] = [watched];
