import { stepsLeft, type HomeStep, type StepStatus } from './steps-left';

const step = (kind: string, status: StepStatus): HomeStep => ({
  id: kind,
  kind,
  title: { zh: kind, en: kind },
  status,
  at: null,
});

describe('what is still to be done before entering', () => {
  it('counts what stands before the waiting area and is not done', () =>
    expect(
      stepsLeft([
        step('pledge', 'done'),
        step('device-check', 'waived'),
        step('face-check', 'now'),
        step('cameras', 'next'),
        step('waiting', 'next'),
        step('interview', 'next'),
      ]),
    ).toEqual({ count: 2, minutes: 3 }));
  it('is nothing once only waiting is left', () =>
    expect(stepsLeft([step('pledge', 'done'), step('waiting', 'now')]).count).toBe(0));
});
