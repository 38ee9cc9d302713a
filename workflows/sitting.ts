import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  setWorkflowOptions,
} from '@temporalio/workflow';
import { command, doorbell, identityDecided, order, sittingState, type SittingInput } from './messages';
import { heed, perform, record } from './sitting/lanes';
import { Sitting, type CarriedSitting } from './sitting/sitting';
import { whenVersioned } from './versioning';

/**
 * One candidate's one exam. Messages are answered at once from the state; the lanes carry what was decided
 * into the world and wait for deadlines. Begins again with its own state when the history gets long.
 */
export async function sittingWorkflow(input: SittingInput, carried?: CarriedSitting) {
  const sitting = new Sitting(input, carried);
  setHandler(sittingState, () => sitting.staffView());
  setHandler(doorbell, (bell) => sitting.hear(bell));
  setHandler(identityDecided, (decision) => sitting.learn(decision));
  setHandler(order, (request) => sitting.acceptOrder(request), {
    validator: (request) => sitting.judgeOrder(request),
  });
  setHandler(command, (request) => sitting.accept(request), {
    validator: (request) => sitting.judge(request),
  });
  do {
    await Promise.all([
      record(sitting),
      heed(sitting),
      perform(sitting, 'compare-face'),
      perform(sitting, 'open-identity-case'),
      perform(sitting, 'tell-room'),
      perform(sitting, 'collect-paper'),
      perform(sitting, 'collect-takes'),
    ]);
    await condition(allHandlersFinished);
  } while (!sitting.isAtRest());
  if (sitting.isDone()) return sitting.result();
  return continueAsNew<typeof sittingWorkflow>(input, sitting.carry());
}

/** A sitting ends on the code it began with; new code is for new sittings. */
setWorkflowOptions(whenVersioned('PINNED'), sittingWorkflow);
