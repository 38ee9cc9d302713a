import type { Home } from '../seat/use-seat';
import { isKnownKind, stepLooks } from './step-looks';

export type StepStatus = NonNullable<Home['view']>['steps'][number]['status'];

export interface HomeStep {
  readonly id: string;
  readonly kind: string;
  readonly title: Home['flow']['steps'][number]['title'];
  readonly status: StepStatus;
  readonly at: number | null;
}

/** The flow's steps with how far this candidate is; before entering all are still to come. */
export function homeSteps(flow: Home['flow'], view: Home['view']): HomeStep[] {
  return flow.steps.map(({ id, kind, title }) => {
    const known = view?.steps.find((step) => step.id === id);
    return { id, kind, title, status: known?.status ?? 'next', at: known?.at ?? null };
  });
}

/** What is to be done before there is only waiting: how many things, and about how long. */
export function stepsLeft(steps: readonly HomeStep[]): { readonly count: number; readonly minutes: number } {
  const until = steps.findIndex(({ kind }) => kind === 'waiting' || kind === 'interview');
  const before = (until < 0 ? steps : steps.slice(0, until)).filter(
    ({ status }) => status === 'now' || status === 'next',
  );
  const minutes = before.reduce(
    (sum, { kind }) => sum + (isKnownKind(kind) ? stepLooks[kind].minutes : 1),
    0,
  );
  return { count: before.length, minutes };
}
