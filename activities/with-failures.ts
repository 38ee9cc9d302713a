import { Context } from '@temporalio/activity';
import { CancelledFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { failureOf } from './failures';

type Activity = (input: never) => Promise<unknown>;

const whereabouts = () => {
  const { workflowExecution, activityType, attempt } = Context.current().info;
  return { workflowId: workflowExecution?.workflowId, activity: activityType, attempt };
};

/** Turns whatever an activity throws into a typed failure; what it said goes to the log, with the workflow's id. */
export const withFailures = <T extends Readonly<Record<string, Activity>>>(
  activities: T,
  logger: Logger,
): T => {
  const guarded = Object.entries(activities).map(([name, activity]) => [
    name,
    async (input: never) => {
      try {
        return await activity(input);
      } catch (error) {
        const failure = failureOf(error);
        if (failure instanceof CancelledFailure) logger.info(whereabouts(), 'activity cancelled');
        else logger.error({ ...whereabouts(), err: error, code: failure.type }, 'activity failed');
        throw failure;
      }
    },
  ]);
  return Object.fromEntries(guarded) as T;
};
