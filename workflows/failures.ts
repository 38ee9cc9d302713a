import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from './protocol/refusals';

/**
 * A refusal as it leaves the workflow: `type` is the code; `details` are the refusal's own and, of a sitting,
 * the fresh view, so that the page can go on without asking again.
 */
export const refusalFailure = ({ refused, details = {} }: Refusal, view?: object): ApplicationFailure =>
  ApplicationFailure.create({
    message: refused,
    type: refused,
    nonRetryable: true,
    details: view ? [details, view] : [details],
  });

/** A defect of ours as the caller sees it: typed, without its text. */
export const internalFailure = (): ApplicationFailure =>
  ApplicationFailure.create({ message: 'INTERNAL', type: 'INTERNAL', nonRetryable: true });
