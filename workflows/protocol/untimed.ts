import { refuse, type Refusal } from './refusals';

/** The parts of a behaviour for steps that take no orders, ask nothing of the world and have no clock. */
export const untimed = {
  onOrder: (): Refusal => refuse('NOT_NOW'),
  onResult: (): Refusal => refuse('NOT_NOW'),
  onDeadline: <S>(scene: { readonly state: S }) => ({ state: scene.state, events: [] }),
  deadline: () => null,
  clock: () => null,
};
