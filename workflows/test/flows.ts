import type { FlowSnapshot } from '../protocol/flow.schema';
import type { StepMachine, StepMachines } from '../steps/schemas';

export const steps = {
  notice: { id: 'notice', kind: 'notice' },
  pledge: { id: 'pledge', kind: 'pledge', version: '2026', digest: 'd'.repeat(64) },
  devices: { id: 'devices', kind: 'device-check', require: ['camera', 'microphone', 'bell'] },
  face: {
    id: 'face',
    kind: 'face-check',
    attempts: 3,
    challenges: 2,
    secondsPerChallenge: 20,
    decidedBy: 'waiting-officer',
  },
  cameras: { id: 'cameras', kind: 'cameras', positions: 2 },
  waiting: {
    id: 'waiting',
    kind: 'waiting',
    invitationSeconds: 120,
    remindAfterSeconds: 60,
    expectedMinutes: 20,
  },
  interview: {
    id: 'interview',
    kind: 'interview',
    minutes: 20,
    closingSeconds: 30,
    atDeadline: 'tell',
    questions: [{ id: 'q1' }, { id: 'q2' }],
  },
  online: {
    id: 'online',
    kind: 'paper',
    mode: 'online',
    minutes: 120,
    print: false,
    dispatch: { by: 'order' },
    closingSeconds: 30,
  },
  photos: {
    id: 'photos',
    kind: 'paper',
    mode: 'photographed',
    minutes: 120,
    print: true,
    dispatch: { by: 'order' },
    position: 2,
    mostSheets: 9,
    photographMinutes: 15,
    uploadMinutes: 60,
  },
  proctored: {
    id: 'proctored',
    kind: 'proctored',
    minutes: 60,
    beginMinutes: 15,
    client: 'either',
    screen: 'required',
    fullScreen: true,
    stillSeconds: 30,
    lookBackMinutes: 10,
  },
  recording: {
    id: 'recording',
    kind: 'recording',
    minutes: 30,
    positions: [1, 2],
    sound: 1,
    broken: 'continue-or-redo',
    atDeadline: 'last-complete',
    pause: false,
    questions: [
      { id: 'q1', prepareSeconds: 60, maxSeconds: 120, retakes: 1 },
      { id: 'q2', prepareSeconds: 0, maxSeconds: 60, retakes: 0 },
    ],
  },
} as const satisfies Record<string, unknown>;

type Named = keyof typeof steps;

/** A flow of the named steps, changed where a story needs it. */
export const flowOf = (
  names: readonly Named[],
  changes: { [K in StepMachine['kind']]?: Partial<StepMachines[K]> } = {},
): FlowSnapshot => ({
  flowVersionId: '01JFLOWVERSION000000000000',
  steps: names.map((name) => {
    const step = structuredClone(steps[name]) as unknown as StepMachine;
    return { ...step, ...changes[step.kind] } as StepMachine;
  }),
});

export const everyStep = flowOf(['notice', 'pledge', 'devices', 'face', 'cameras', 'waiting', 'interview']);
