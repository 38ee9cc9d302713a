import { isGrpcServiceError, type Client } from '@temporalio/client';
import {
  defaultPayloadConverter,
  fromPayloadsAtIndex,
  type DataConverter,
  type Payload,
} from '@temporalio/common';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];

/** gRPC's number; histories are the one call of the client that hands it over unchanged. */
const NOT_FOUND = 5;

/** What a workflow asked of the world, by the name of the activity, oldest first. */
export interface Asked {
  readonly activity: string;
  readonly input: unknown;
}

export interface Histories {
  /** Null where Temporal knows no such workflow: never begun, or past its retention. */
  readonly askedBy: (workflowId: string) => Promise<readonly Asked[] | null>;
}

export const createHistories = (client: Client, { payloadCodecs = [] }: DataConverter): Histories => {
  const decode = async (payloads: Payload[]): Promise<unknown> => {
    const opened = await payloadCodecs.reduceRight(
      async (encoded, codec) => codec.decode(await encoded),
      Promise.resolve(payloads),
    );
    return fromPayloadsAtIndex(defaultPayloadConverter, 0, opened);
  };

  const askedIn = async (events: readonly HistoryEvent[]): Promise<Asked[]> => {
    const scheduled = events.flatMap(({ activityTaskScheduledEventAttributes: each }) =>
      each ? [each] : [],
    );
    return Promise.all(
      scheduled.map(async ({ activityType, input }) => ({
        activity: activityType?.name ?? '',
        input: await decode(input?.payloads ?? []),
      })),
    );
  };

  /** Latest first, since each run names the one before it; those past their retention are gone. */
  const eventsOfRun = async (workflowId: string, runId?: string): Promise<readonly HistoryEvent[] | null> => {
    try {
      const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      return events ?? [];
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === NOT_FOUND) return null;
      throw error;
    }
  };

  return {
    askedBy: async (workflowId) => {
      let events = await eventsOfRun(workflowId);
      if (!events) return null;
      let asked: readonly Asked[] = [];
      while (events) {
        asked = [...(await askedIn(events)), ...asked];
        const before: string | null | undefined =
          events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
        events = before ? await eventsOfRun(workflowId, before) : null;
      }
      return asked;
    },
  };
};

/** The inputs of one activity, which only our own workflows gave: their shape is the port's. */
export const inputsOf = <T>(asked: readonly Asked[], activity: string): readonly T[] =>
  asked.filter((each) => each.activity === activity).map(({ input }) => input as T);
