import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';

/** The request that is being answered: its id goes with every call to a workflow, so that logs can be joined. */
export const requestScope = new AsyncLocalStorage<{ readonly requestId: string }>();

const REQUEST_ID_HEADER = 'request-id';

const withId = (headers: Headers): Headers => {
  const scope = requestScope.getStore();
  if (!scope) return headers;
  return { ...headers, [REQUEST_ID_HEADER]: defaultPayloadConverter.toPayload(scope.requestId) };
};

export const requestIdInterceptor: WorkflowClientInterceptor = {
  startUpdate: (input, next) => next({ ...input, headers: withId(input.headers) }),
  startUpdateWithStart: (input, next) =>
    next({
      ...input,
      workflowStartHeaders: withId(input.workflowStartHeaders),
      updateHeaders: withId(input.updateHeaders),
    }),
};
