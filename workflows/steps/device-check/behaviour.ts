import type { DeviceReport, DeviceRequirement } from './schema';
import { event, type Scene, type StepBehaviour } from '#protocol/machine';
import { refuse } from '#protocol/refusals';
import { untimed } from '#protocol/untimed';

export interface DeviceCheckState {
  readonly report: DeviceReport | null;
}
type DeviceScene = Scene<'device-check', DeviceCheckState>;

const waivedOf = ({ step, around }: DeviceScene): DeviceRequirement[] =>
  step.require.filter((requirement) => around.waived.includes(requirement));

const failing = ({ step }: DeviceScene, report: DeviceReport): DeviceRequirement[] =>
  step.require.filter((requirement) => report[requirement] !== 'ok');

/** Camera, microphone and bell: what fails is named, and staff can let it pass, so it is never a dead end. */
export const deviceCheck: StepBehaviour<'device-check', DeviceCheckState> = {
  ...untimed,
  enter: () => ({ state: { report: null }, events: [] }),
  accept(scene, { name, report }) {
    const state = { report };
    if (name === 'device-check.report') {
      return { state, events: [event('device-check.reported', { report })] };
    }
    const lacking = failing(scene, report);
    const lacks = lacking.filter((requirement) => !scene.around.waived.includes(requirement));
    if (lacks.length > 0) return refuse('REQUIREMENT_MISSING', { lacks });
    const done = lacking.length > 0 ? 'waived' : 'done';
    return { state, events: [event('device-check.finished', { report, waived: lacking })], done };
  },
  view: (scene) => ({
    kind: 'device-check',
    phase: 'checking',
    require: scene.step.require,
    waived: waivedOf(scene),
    report: scene.state.report,
  }),
};
