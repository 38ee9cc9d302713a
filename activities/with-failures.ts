import { Context } from '@temporalio/activity';
import { CancelledFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import type { FailureWatch, Whereabouts } from './failure-watch';
import { failureOf } from './failures';

type Activity = (input: never) => Promise<unknown>;

const whereabouts = (): Whereabouts => {
  const { workflowExecution, activityType, attempt } = Context.current().info;
  return { workflowId: workflowExecution?.workflowId, activity: activityType, attempt };
};

/** Turns whatever an activity throws into a typed failure; what it said goes to the log, with the workflow's id, and is counted. */
export const withFailures = <T extends Readonly<Record<string, Activity>>>(
  activities: T,
  { logger, watch }: { readonly logger: Logger; readonly watch: FailureWatch },
): T => {
  const guarded = Object.entries(activities).map(([name, activity]) => [
    name,
    async (input: never) => {
      try {
        const outcome = await activity(input);
        watch.worked(whereabouts());
        return outcome;
      } catch (error) {
        const failure = failureOf(error);
        if (failure instanceof CancelledFailure) logger.info(whereabouts(), 'activity cancelled');
        else watch.failed(whereabouts(), failure.type ?? 'FAULT', error);
        throw failure;
      }
    },
  ]);
  return Object.fromEntries(guarded) as T;
};
