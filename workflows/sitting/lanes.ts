import { condition, isCancellation } from '@temporalio/workflow';
import { codeOf, untilDone } from '../lanes';
import { cases, orders, papers, records, vision } from '../ports';
import { identityCaseId } from '../protocol/ids';
import type { RecordedChange } from '../protocol/events';
import type { Effect } from '../protocol/machine';
import { tellRoom } from '../tell-room';
import type { Sitting } from './sitting';
import type { Errand } from './state';

/** Characters of one batch: far below a payload's limit also after a long outage. */
const BATCH_CHARS = 150_000;

/** Flushes the outbox in order and in batches; nobody waits for it. */
export const record = async (sitting: Sitting): Promise<void> => {
  for (;;) {
    await condition(() => sitting.unrecorded().length > 0 || sitting.isLeaving());
    if (sitting.unrecorded().length === 0) return;
    await untilDone('record', () => flush(sitting));
  }
};

const flush = async (sitting: Sitting): Promise<void> => {
  const { sittingId, roomId, examId } = sitting.input;
  const changes = batchOf(sitting.unrecorded());
  await records.recordTransition({ sittingId, roomId, examId, changes, view: sitting.staffView() });
  sitting.recorded(changes.at(-1)?.revision ?? 0);
};

const batchOf = (changes: readonly RecordedChange[]): readonly RecordedChange[] => {
  let chars = 0;
  return changes.filter((change, index) => {
    chars += (change.answer?.json.length ?? 0) + 500;
    return index === 0 || chars < BATCH_CHARS;
  });
};

/** Pulls room orders on every doubt, and always before a deadline is acted on. */
export const heed = async (sitting: Sitting): Promise<void> => {
  for (;;) {
    const due = sitting.dueAt();
    const called = () => sitting.pulls.isWanted() || sitting.isLeaving() || sitting.dueAt() !== due;
    if (!called()) await condition(called, Math.max(1, due - Date.now()));
    const isDue = sitting.dueAt() <= Date.now();
    if (sitting.pulls.isWanted() || isDue) await untilDone('pull', () => pull(sitting, isDue));
    else if (sitting.isLeaving()) return;
    if (isDue) sitting.meetDeadline();
  }
};

const pull = async (sitting: Sitting, isDue: boolean): Promise<void> => {
  const { roomId, sittingId } = sitting.input;
  const number = sitting.pulls.begin();
  const asks = isDue || sitting.deadlines.isHeld();
  const found = await orders.pullOrders({ roomId, sittingId, after: sitting.roomSeq(), isDue: asks });
  sitting.obey(found.orders, found.upTo);
  if (found.outages) sitting.heedOutages(found.outages);
  sitting.pulls.end(number, found.upTo);
};

/** Performs what steps ask of the world: one lane a kind, so that none waits for another's outage. */
export const perform = async (sitting: Sitting, kind: Effect['kind']): Promise<void> => {
  for (;;) {
    await condition(() => sitting.errands.next(kind) !== undefined || sitting.isLeaving());
    const errand = sitting.errands.next(kind);
    if (!errand) return;
    await run(sitting, errand);
    sitting.errands.done(errand);
  }
};

const run = async (sitting: Sitting, { stepId, effect }: Errand): Promise<void> => {
  switch (effect.kind) {
    case 'compare-face':
      return compare(sitting, stepId, effect);
    case 'open-identity-case':
      return untilDone('identity case', () => openCase(sitting, stepId, effect));
    case 'collect-paper':
      return untilDone('collect a paper', () => collect(sitting, stepId, effect));
    case 'collect-takes':
      return untilDone('collect takes', () => collectTakes(sitting, stepId, effect));
    case 'tell-room': {
      const { kind: _kind, ...news } = effect;
      return tellRoom(sitting.input.roomId, { sittingId: sitting.input.sittingId, ...news });
    }
  }
};

const compare = async (
  sitting: Sitting,
  stepId: string,
  { nonce, asked, frames }: Extract<Effect, { kind: 'compare-face' }>,
): Promise<void> => {
  const { sittingId, photoKey } = sitting.input;
  try {
    const verdict = await vision().checkFace({ sittingId, photoKey, asked, frames });
    sitting.takeResult(stepId, { kind: 'face-verdict', nonce, verdict });
  } catch (thrown) {
    if (isCancellation(thrown)) throw thrown;
    sitting.takeResult(stepId, { kind: 'face-fault', nonce, code: codeOf(thrown) });
  }
};

const collect = async (
  sitting: Sitting,
  stepId: string,
  { mode, until, sets }: Extract<Effect, { kind: 'collect-paper' }>,
): Promise<void> => {
  const { sittingId } = sitting.input;
  const collected = await papers.collectPaper({ sittingId, stepId, mode, until, sets });
  sitting.takeResult(stepId, { kind: 'paper-collected', collected });
};

const collectTakes = async (
  sitting: Sitting,
  stepId: string,
  { until, takes }: Extract<Effect, { kind: 'collect-takes' }>,
): Promise<void> => {
  const { sittingId } = sitting.input;
  const sealed = await papers.collectTakes({ sittingId, stepId, until, takes });
  sitting.takeResult(stepId, { kind: 'takes-collected', sealed });
};

const openCase = (
  { input: { sittingId, roomId } }: Sitting,
  stepId: string,
  { reason, decidedBy, stills }: Extract<Effect, { kind: 'open-identity-case' }>,
): Promise<void> => {
  const caseId = identityCaseId(sittingId, stepId);
  return cases.openIdentityCase({
    caseId,
    sittingId,
    roomId,
    stepId,
    openedAt: Date.now(),
    reason,
    decidedBy,
    stills,
  });
};
