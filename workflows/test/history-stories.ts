import { ApplicationFailure } from '@temporalio/common';
import { identityCaseWorkflowId, roomWorkflowId, sittingWorkflowId } from '../protocol/ids';
import { decideCase, type RoomDriver, type SittingDriver } from './drivers';
import { flowOf } from './flows';
import { until, type Hall } from './harness';
import { verdicts } from './memory-ports';
import { submitFace, walkTo } from './stories';

/** A history to keep: the file says why it is kept. */
export interface Kept {
  readonly why: string;
  readonly workflowId: string;
  readonly runId?: string;
}
export type Story = (hall: Hall) => Promise<readonly Kept[]>;

export const sittingKept = (why: string, { id }: SittingDriver, runId?: string): Kept => ({
  why,
  workflowId: sittingWorkflowId(id),
  runId,
});
export const roomKept = (why: string, { input }: RoomDriver, runId?: string): Kept => ({
  why,
  workflowId: roomWorkflowId(input.roomId),
  runId,
});
export const caseKept = (why: string, { id }: SittingDriver): Kept => ({
  why,
  workflowId: identityCaseWorkflowId(`${id}.face`),
});

const talk = flowOf(['waiting', 'interview']);
const face = flowOf(['face', 'notice']);

export const isRecorded = async (hall: Hall, sitting: SittingDriver): Promise<void> => {
  const { view } = await sitting.state();
  await until(
    () => hall.store.views.get(sitting.id)?.view.revision,
    (revision) => (revision ?? 0) >= view.revision,
  );
};
const isFree = (room: RoomDriver) =>
  until(
    () => room.state(),
    ({ occupant }) => occupant === null,
    40_000,
  );
const isPhase = (sitting: SittingDriver, phase: string) =>
  until(
    () => sitting.state(),
    ({ view: { step } }) => step?.phase === phase,
  );
const refused = (asked: Promise<unknown>): Promise<unknown> => asked.catch(() => 'refused');

export const enter = async (room: RoomDriver, sitting: SittingDriver) => {
  const { seq } = await room.invite(sitting);
  return sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq });
};
const arrive = async (hall: Hall, room: RoomDriver, flow = talk) => {
  const sitting = hall.sitting(room, flow);
  await sitting.checkIn();
  return sitting;
};

const wholeWay: Story = async (hall) => {
  hall.store.verdict = () => verdicts.pass;
  const room = await hall.room();
  const sitting = hall.sitting(room);
  await walkTo(sitting, 'face');
  await submitFace(sitting);
  await until(
    () => sitting.state(),
    ({ view }) => view.stepId === 'cameras',
  );
  await sitting.ask(null, { name: 'position-joined', position: 2, epoch: 1 });
  await sitting.ask('cameras', { name: 'cameras.finish' });
  await enter(room, sitting);
  await sitting.order({ kind: 'dispatch', question: 'q1' });
  await sitting.ask('interview', { name: 'interview.open-question', question: 'q1' });
  await sitting.order({ kind: 'end' });
  await sitting.order({ kind: 'undo-end' });
  await sitting.order({ kind: 'end' });
  await isFree(room);
  await sitting.order({ kind: 'reopen', ms: 60_000, reason: 'ended by mistake' });
  await isRecorded(hall, sitting);
  return [sittingKept('sitting-whole-way-undone-and-reopened', sitting)];
};

const refusalsAndReturns: Story = async (hall) => {
  const sitting = hall.sitting(null);
  await sitting.checkIn();
  await refused(sitting.ask('cameras', { name: 'cameras.finish' }, { roomSeq: 5 }));
  await sitting.ask('notice', { name: 'notice.read' }, { commandId: 'once' });
  await sitting.ask('notice', { name: 'notice.read' }, { commandId: 'once' });
  await refused(
    sitting.ask('devices', { name: 'device-check.finish', report: null as never }, { roomSeq: 9 }),
  );
  await sitting.checkIn();
  await sitting.checkIn();
  await sitting.ask(null, { name: 'position-joined', position: 2, epoch: 3 });
  await sitting.order({ kind: 'waive', step: 'cameras', requirement: 'second-camera', reason: 'broken' });
  await isRecorded(hall, sitting);
  return [sittingKept('sitting-refused-in-the-handler-joined-again-and-waived', sitting)];
};

const faceFails: Story = async (hall) => {
  hall.store.verdict = () => verdicts.noMatch;
  const sitting = hall.sitting(null, face);
  await sitting.checkIn();
  for (const left of [2, 1, 0]) {
    await submitFace(sitting);
    await until(
      () => sitting.state(),
      ({ view: { step } }) => step?.phase === 'failed' && step.attemptsLeft === left,
    );
  }
  await sitting.ask('face', { name: 'face-check.go-on' });
  await until(
    () => hall.store.cases.get(`${sitting.id}.face`)?.length,
    (rows) => rows === 1,
  );
  await decideCase(hall, `${sitting.id}.face`, 'staff:a', 'different');
  await refused(decideCase(hall, `${sitting.id}.face`, 'staff:a', 'different'));
  await decideCase(hall, `${sitting.id}.face`, 'staff:b', 'different');
  await until(
    () => sitting.state(),
    ({ identity }) => identity.status === 'different',
  );
  await isRecorded(hall, sitting);
  return [
    sittingKept('sitting-face-failed-thrice-gone-on-and-decided', sitting),
    caseKept('identity-case-with-a-second-person', sitting),
  ];
};

const faceOtherwise: Story = async (hall) => {
  const byCard = hall.sitting(null, face);
  await byCard.checkIn();
  await byCard.ask('face', { name: 'face-check.by-card' });
  hall.store.verdict = () => {
    throw ApplicationFailure.nonRetryable('broken', 'MODEL_FAULT');
  };
  const fault = hall.sitting(null, face);
  await fault.checkIn();
  await submitFace(fault);
  await isPhase(fault, 'failed');
  hall.store.verdict = () => verdicts.review;
  await submitFace(fault);
  await until(
    () => fault.state(),
    ({ view }) => view.stepId === 'notice',
  );
  for (const sitting of [byCard, fault]) await isRecorded(hall, sitting);
  return [sittingKept('sitting-by-card', byCard), sittingKept('sitting-face-fault-then-review', fault)];
};

const invitations: Story = async (hall) => {
  const room = await hall.room();
  const hasty = flowOf(['waiting', 'interview'], { waiting: { invitationSeconds: 3 } });
  const sitting = await arrive(hall, room, hasty);
  for (const _ of [1, 2]) {
    await room.invite(sitting);
    await isFree(room);
  }
  await refused(room.invite(sitting));
  await isFree(room);
  await room.invite(sitting, {}, true);
  await isPhase(sitting, 'invited');
  await sitting.ask('waiting', { name: 'waiting.more-time' });
  await sitting.ask('waiting', { name: 'waiting.accept' });
  await isRecorded(hall, sitting);
  const away = await arrive(hall, room);
  await away.ask('waiting', { name: 'waiting.away', minutes: 5 });
  await away.order({ kind: 'defer' });
  await isRecorded(hall, away);
  return [
    sittingKept('sitting-missed-twice-then-called', sitting),
    sittingKept('sitting-away-and-deferred', away),
  ];
};

const fallbacks: Story = async (hall) => {
  const room = await hall.room();
  const [alone, moved] = [await arrive(hall, room), await arrive(hall, room)];
  const fell = { name: 'stage-fell-back', stage: 'waiting', generation: 0, cause: 'join' } as const;
  await alone.ask(null, fell, { by: 'system' });
  await alone.ask(null, fell, { by: 'system' });
  await refused(alone.ask(null, { ...fell, stage: 'interview' }, { by: 'system' }));
  const { seq } = await room.order({ kind: 'fall-back-video' });
  await refused(room.order({ kind: 'fall-back-video' }, { by: 'staff:two' }));
  await until(
    () => moved.state(),
    ({ view }) => view.roomSeq === seq,
  );
  await enter(room, moved);
  for (const each of [alone, moved]) await isRecorded(hall, each);
  return [
    sittingKept('sitting-video-fell-back-alone', alone),
    sittingKept('sitting-video-fell-back-with-the-room', moved),
    roomKept('room-video-fell-back', room),
  ];
};

const clocks: Story = async (hall) => {
  const room = await hall.room();
  const sitting = await arrive(hall, room);
  const from = await hall.now();
  await enter(room, sitting);
  await sitting.order({ kind: 'pause', reason: 'noise' });
  await sitting.order({ kind: 'resume' });
  await sitting.order({ kind: 'extend', ms: 60_000, reason: 'slow line' });
  const to = await hall.now();
  await sitting.order({ kind: 'credit', cause: 'our-outage', from, to, reason: 'power cut' });
  const { seq } = await room.order({ kind: 'pause', reason: 'fire drill' });
  await room.order({ kind: 'resume' });
  await room.order({ kind: 'extend', ms: 60_000, reason: 'fire drill' });
  await until(
    () => sitting.state(),
    ({ view }) => view.roomSeq === seq + 2,
  );
  const strict = flowOf(['waiting', 'interview'], {
    interview: { minutes: 0.05, closingSeconds: 2, atDeadline: 'end' },
  });
  await isRecorded(hall, sitting);
  const other = await hall.room();
  const brief = await arrive(hall, other, strict);
  await enter(other, brief);
  await isPhase(brief, 'closing');
  await other.order({ kind: 'extend', ms: 2_000, reason: 'slow line' });
  await isFree(other);
  await isRecorded(hall, brief);
  return [
    sittingKept('sitting-paused-extended-and-credited', sitting),
    sittingKept('sitting-closing-extended-and-ended-by-the-clock', brief),
  ];
};

const outage: Story = async (hall) => {
  const sitting = hall.sitting(null);
  await sitting.checkIn();
  hall.store.isAway = true;
  await walkTo(sitting, 'face');
  hall.store.isAway = false;
  await isRecorded(hall, sitting);
  return [sittingKept('sitting-while-mariadb-was-away', sitting)];
};

const roomDay: Story = async (hall) => {
  const room = await hall.room();
  await room.invite(hall.sitting(room, talk));
  await isFree(room);
  const [first, second] = [await arrive(hall, room), await arrive(hall, room)];
  await second.ask('waiting', { name: 'waiting.away', minutes: 5 });
  await room.invite(second);
  await isFree(room);
  await enter(room, first);
  await refused(room.invite(second));
  await room.order({ kind: 'pause', reason: 'noise' }, { commandId: `pause-${room.input.roomId}` });
  await room.order({ kind: 'pause', reason: 'noise' }, { commandId: `pause-${room.input.roomId}` });
  await room.order({ kind: 'resume' });
  await first.order({ kind: 'end' });
  await isFree(room);
  await room.order({ kind: 'close' });
  await until(
    () => second.state(),
    ({ view }) => view.phase === 'over',
  );
  await room.order({ kind: 'reopen', reason: 'one is left' });
  await until(
    () => second.state(),
    ({ view }) => view.phase === 'going-on',
  );
  await isRecorded(hall, second);
  return [
    roomKept('room-day-absent-declined-occupied-paused-closed-and-reopened', room),
    sittingKept('sitting-closed-and-reopened-by-its-room', second),
  ];
};

const continued: Story = async (hall) => {
  const room = await hall.room({ historyLimit: 30 });
  const sitting = hall.sitting(room, talk, { historyLimit: 30 });
  await sitting.checkIn();
  const { runId: sittingRun } = await sitting.handle.describe();
  const { runId: roomRun } = await room.handle.describe();
  await enter(room, sitting);
  for (let n = 0; n < 4; n += 1) await room.order({ kind: 'extend', ms: 60_000, reason: 'more' });
  for (let epoch = 1; epoch < 5; epoch += 1) {
    await sitting.ask(null, { name: 'position-joined', position: 1, epoch });
  }
  await until(
    () => sitting.handle.describe(),
    ({ runId }) => runId !== sittingRun,
  );
  await until(
    () => room.handle.describe(),
    ({ runId }) => runId !== roomRun,
  );
  await room.order({ kind: 'pause', reason: 'noise' });
  await isRecorded(hall, sitting);
  return [
    sittingKept('sitting-continues-as-new', sitting, sittingRun),
    sittingKept('sitting-continued', sitting),
    roomKept('room-continues-as-new', room, roomRun),
    roomKept('room-continued', room),
  ];
};

/** One after the other on the development server; each leaves the store as it found it. */
export const stories: readonly Story[] = [
  wholeWay,
  refusalsAndReturns,
  faceFails,
  faceOtherwise,
  invitations,
  fallbacks,
  clocks,
  outage,
  roomDay,
  continued,
];
