import {
  ContinueAsNew,
  TemporalFailure,
  defaultPayloadConverter,
  log,
  type WorkflowInterceptorsFactory,
} from '@temporalio/workflow';
import type { Headers } from '@temporalio/common';
import { internalFailure } from './failures';

/** A refusal, a cancellation or Temporal's own go through; anything else would fail the task for ever. */
const isExpected = (thrown: unknown): boolean =>
  thrown instanceof TemporalFailure || thrown instanceof ContinueAsNew;

const typed = (thrown: unknown, where: string): unknown => {
  if (isExpected(thrown)) return thrown;
  log.error('a handler threw', {
    where,
    cause: thrown instanceof Error ? (thrown.stack ?? thrown.name) : '?',
  });
  return internalFailure();
};

/** The API names the request that it answers, so that its log lines and the worker's can be joined. */
const requestOf = (headers: Headers): unknown => {
  const named = headers['request-id'];
  try {
    return named && defaultPayloadConverter.fromPayload(named);
  } catch {
    return 'unreadable';
  }
};

/** A bug never freezes an exam: an unexpected throw in a handler fails that message and nothing else. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      validateUpdate(input, next) {
        try {
          next(input);
        } catch (thrown) {
          throw typed(thrown, input.name);
        }
      },
      async handleUpdate(input, next) {
        try {
          const answer = await next(input);
          log.info('answered', { requestId: requestOf(input.headers) });
          return answer;
        } catch (thrown) {
          throw typed(thrown, input.name);
        }
      },
      /** A signal has no caller to tell: the log is told, and the next message is served. */
      async handleSignal(input, next) {
        try {
          await next(input);
        } catch (thrown) {
          if (isExpected(thrown)) throw thrown;
          typed(thrown, input.signalName);
        }
      },
    },
  ],
});
