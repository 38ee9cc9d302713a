import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import {
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { candidateView } from '#protocol/views.schema';
import { refusalCodes, type RefusalCode } from '#protocol/refusals';
import { AppError, type Details } from '../errors';
import { WorkflowAbsentError } from './gateway';

/** Names rather than classes: of a package installed twice, `instanceof` knows only one. */
const named = (error: unknown, ...classes: readonly { readonly name: string }[]): error is Error =>
  error instanceof Error && classes.some((known) => known.name === error.name);

/** What a failed call means to the hall: the workflow's own refusal, an absence, an outage, or a defect. */
export function failureOf(error: unknown, workflowId: string): Error {
  if (named(error, WorkflowUpdateFailedError)) return refusalOf(error);
  // A closed sitting may not be started again: once ever.
  if (named(error, WorkflowNotFoundError, WorkflowExecutionAlreadyStartedError))
    return new WorkflowAbsentError(workflowId);
  if (named(error, WorkflowUpdateRPCTimeoutOrCancelledError, ServiceError) || isGrpcServiceError(error))
    return new AppError('UNAVAILABLE', undefined, { cause: error });
  return error instanceof Error ? error : new AppError('INTERNAL', undefined, { cause: error });
}

function refusalOf(error: Error): Error {
  const { cause } = error;
  if (!named(cause, ApplicationFailure)) return error;
  const failure = cause as ApplicationFailure;
  const code = refusalCodes.find((known) => known === failure.type) satisfies RefusalCode | undefined;
  if (!code) return error;
  const [details, view] = failure.details ?? [];
  const fresh = candidateView.safeParse(view).data;
  return new AppError(code, { ...(isDetails(details) && details), ...(fresh && { view: fresh }) });
}

const isDetails = (value: unknown): value is Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
