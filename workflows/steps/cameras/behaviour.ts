import { event, type StepBehaviour } from '#protocol/machine';
import { refuse } from '#protocol/refusals';
import { untimed } from '#protocol/untimed';

export type CamerasState = Record<string, never>;

/** 2.1.7: the second camera joins as position 2 of the sitting; this step only waits for it. */
export const cameras: StepBehaviour<'cameras', CamerasState> = {
  ...untimed,
  enter: () => ({ state: {}, events: [] }),
  accept({ state, around }) {
    const paired = around.positions[2];
    const waived = around.waived.includes('second-camera');
    if (!paired && !waived) return refuse('REQUIREMENT_MISSING', { lacks: ['second-camera'] });
    const details = { pairedAt: paired?.joinedAt ?? null };
    return { state, events: [event('cameras.finished', details)], done: paired ? 'done' : 'waived' };
  },
  view: ({ around }) => ({
    kind: 'cameras',
    phase: around.positions[2] ? 'paired' : 'pairing',
    waived: around.waived.includes('second-camera'),
    pairedAt: around.positions[2]?.joinedAt ?? null,
  }),
};
