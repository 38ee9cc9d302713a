import { decideCase } from './drivers';
import { flowOf } from './flows';
import { until } from './harness';
import { caseKept, enter, isRecorded, roomKept, sittingKept, type Kept } from './history-stories';
import { HOUR, MINUTE, SECOND, type SkippingHall } from './skipping';

const talk = flowOf(['waiting', 'interview']);

/** What takes a day, on the server that skips time. */
export const longStories = async ({ hall, pass }: SkippingHall): Promise<readonly Kept[]> => {
  const room = await hall.room({ closesAt: (await hall.now()) + HOUR });
  const ended = hall.sitting(room, talk);
  await ended.checkIn();
  await enter(room, ended);
  await ended.order({ kind: 'end' });
  await pass(14 * SECOND);
  hall.store.isDeaf = true;
  await room.invite(hall.sitting(room, talk));
  await pass(32 * MINUTE);
  hall.store.isDeaf = false;
  const left = hall.sitting(room, flowOf(['face', 'waiting']));
  await left.checkIn();
  await left.ask('face', { name: 'face-check.begin', consent: true });
  await pass(65 * SECOND);
  await left.ask('face', { name: 'face-check.go-on' });
  await until(
    () => hall.store.cases.get(`${left.id}.face`)?.length,
    (rows) => rows === 1,
  );
  await decideCase(hall, `${left.id}.face`, 'staff:officer', 'same');
  await isRecorded(hall, left);
  await pass(9 * 24 * HOUR);
  await Promise.all([ended, left].map((sitting) => sitting.handle.result()));
  return [
    sittingKept('sitting-lingered-and-completed', ended),
    sittingKept('sitting-timed-out-at-the-face-and-left-alone-all-day', left),
    roomKept('room-guest-who-never-answers-and-the-end-of-the-day', room),
    caseKept('identity-case-decided-and-its-stills-deleted', left),
  ];
};
