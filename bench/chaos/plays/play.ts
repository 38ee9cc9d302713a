import type { StepConfig, StepKind } from '#steps/schemas';
import type { Desk } from '../desk';
import type { Dice } from '../dice';
import type { Seat } from '../seat';

export type ConfigOf<K extends StepKind> = Extract<StepConfig, { readonly kind: K }>;

/** One guest at one step, with the desk of his room. */
export interface Scene<K extends StepKind> {
  readonly step: ConfigOf<K>;
  readonly seat: Seat;
  readonly desk: Desk;
  /** Place of the guest among the others, from 0. */
  readonly index: number;
  readonly dice: Dice;
  /** Milliseconds that no other extension of this hall has, so that each can be told from every other. */
  readonly ownSpan: () => number;
}

/**
 * What people do at a step while something is killed. A new kind of step needs one of these, and the table covers it.
 */
export interface Play<K extends StepKind> {
  /** Commands and orders of one guest in the storm, about. */
  readonly each: number;
  /** False where orders to the whole room would keep the guest from what he does here. */
  readonly roomMayPause: boolean;
  /** In calm, before the storm. */
  readonly prepare?: (scene: Scene<K>) => Promise<void>;
  /** In the storm: candidate and desk at once, each one after the other. */
  readonly storm: (scene: Scene<K>) => readonly Promise<void>[];
  /** In calm: out of the step by the shortest way, if the guest is still in it. */
  readonly leave: (scene: Scene<K>) => Promise<void>;
}

/** One thing after another. */
export async function inTurn(...acts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const act of acts) await act();
}

/** Leaves by one command, unless the storm has. */
export const leaveBy =
  <K extends StepKind>(act: (scene: Scene<K>) => Promise<unknown>) =>
  async (scene: Scene<K>): Promise<void> => {
    if (scene.seat.isAt(scene.step.id)) await act(scene);
  };

export const everyOther = ({ index }: { readonly index: number }): boolean => index % 2 === 1;
