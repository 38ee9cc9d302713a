import { event, type StepBehaviour } from '#protocol/machine';
import { refuse } from '#protocol/refusals';
import { untimed } from '#protocol/untimed';

export type PledgeState = Record<string, never>;

/** 2.1.3: what was agreed to is named by version and digest, so it must be the text of this flow. */
export const pledge: StepBehaviour<'pledge', PledgeState> = {
  ...untimed,
  enter: () => ({ state: {}, events: [] }),
  accept: ({ step, state }, { version, digest }) =>
    version === step.version && digest === step.digest
      ? { state, events: [event('pledge.agreed', { version, digest })], done: 'done' }
      : refuse('PLEDGE_CHANGED', { version: step.version }),
  view: ({ step }) => ({ kind: 'pledge', phase: 'reading', version: step.version, digest: step.digest }),
};
