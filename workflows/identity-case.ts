import { allHandlersFinished, condition, setHandler, setWorkflowOptions, sleep } from '@temporalio/workflow';
import { IdentityCase } from './identity-case/identity-case';
import { untilDone } from './lanes';
import { decide, identityCaseState, type IdentityCaseInput } from './messages';
import { cases, records } from './ports';
import { whenVersioned } from './versioning';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** A person decides who sits there, beside the exam and never in its way; then the pictures go. */
export async function identityCaseWorkflow(input: IdentityCaseInput) {
  const identity = new IdentityCase(input);
  setHandler(identityCaseState, () => identity.state());
  setHandler(decide, (request) => identity.decide(request), {
    validator: (request) => identity.judge(request),
  });
  while (!identity.isOver()) {
    await condition(() => identity.unrecorded() !== undefined);
    await untilDone('record the case', () => flush(identity));
  }
  await sleep(input.keepStillsMs ?? WEEK_MS);
  const { caseId, stills } = input;
  await untilDone('delete the stills', () => cases.deleteStills({ caseId, keys: stills }));
  await condition(allHandlersFinished);
  return identity.state();
}

const flush = async (identity: IdentityCase): Promise<void> => {
  const row = identity.unrecorded();
  if (!row) return;
  await records.recordIdentityCase(row);
  const { phase, verdict, decidedBy: by, decidedAt: at } = row.state;
  if (phase === 'decided' && verdict && by !== null && at !== null) {
    const { caseId, sittingId } = row.input;
    await records.tellSitting({ sittingId, caseId, verdict, by, at });
  }
  identity.recorded(row);
};

/** Open for days: it moves to new code, and replay of the saved histories guards that. */
setWorkflowOptions(whenVersioned('AUTO_UPGRADE'), identityCaseWorkflow);
