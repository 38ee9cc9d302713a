import { DefaultFailureConverter } from '@temporalio/common';

/** Loaded by path in client, worker and sandbox: messages and stack traces are payloads, so the codec covers them. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
