import { event, type StepBehaviour } from '#protocol/machine';
import { untimed } from '#protocol/untimed';

export type NoticeState = Record<string, never>;

/** A text to be read; reading it is all there is. */
export const notice: StepBehaviour<'notice', NoticeState> = {
  ...untimed,
  enter: () => ({ state: {}, events: [] }),
  accept: ({ state }) => ({ state, events: [event('notice.read')], done: 'done' }),
  view: () => ({ kind: 'notice', phase: 'reading' }),
};
