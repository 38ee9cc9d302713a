import { accepted, around, kinds, moment } from '../../test/scene';
import { deviceCheck } from './behaviour';

const step = { id: 'devices', kind: 'device-check', require: ['camera', 'microphone'] } as const;
const machine = { ...step, require: [...step.require] };
const fine = { camera: 'ok', microphone: 'ok', bell: 'not-heard' };
const dark = { camera: 'black-frames', microphone: 'permission-denied', bell: 'ok' };
const scene = (waived: ('camera' | 'microphone')[] = []) => ({
  step: machine,
  state: { report: null },
  around: around({ waived }),
});
const finish = (report: typeof fine, waived?: ('camera' | 'microphone')[]) =>
  deviceCheck.accept(scene(waived), { name: 'device-check.finish', report }, moment(1));

describe('device check', () => {
  it('keeps the report as the page found it, good or bad', () => {
    const outcome = accepted(
      deviceCheck.accept(scene(), { name: 'device-check.report', report: dark }, moment(1)),
    );
    expect(outcome.state.report).toEqual(dark);
    expect(outcome.done).toBeUndefined();
    expect(kinds(outcome)).toEqual(['device-check.reported']);
  });

  it('is done when all that the flow requires is fine, whatever else is not', () => {
    expect(accepted(finish(fine)).done).toBe('done');
  });

  it('names every requirement that is not met', () => {
    expect(finish(dark)).toEqual({
      refused: 'REQUIREMENT_MISSING',
      details: { lacks: ['camera', 'microphone'] },
    });
  });

  it('lets a waived requirement pass and says so, the others not', () => {
    expect(finish(dark, ['camera'])).toMatchObject({ details: { lacks: ['microphone'] } });
    const outcome = accepted(finish(dark, ['camera', 'microphone']));
    expect(outcome.done).toBe('waived');
    expect(outcome.events[0]?.details).toMatchObject({ waived: ['camera', 'microphone'] });
  });

  it('is done, not waived, when what was waived works after all', () => {
    expect(accepted(finish(fine, ['camera'])).done).toBe('done');
  });

  it('shows what is required, waived and reported', () => {
    expect(deviceCheck.view(scene(['camera']))).toEqual({
      kind: 'device-check',
      phase: 'checking',
      require: ['camera', 'microphone'],
      waived: ['camera'],
      report: null,
    });
  });
});
