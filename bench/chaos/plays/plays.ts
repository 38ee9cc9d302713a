import type { StepConfig, StepKind } from '#steps/schemas';
import { cameras, deviceCheck } from './devices';
import { faceCheck } from './face-check';
import { interview } from './interview';
import { paper } from './paper';
import { inTurn, type Play, type Scene } from './play';
import { proctored } from './proctored';
import { notice, pledge } from './reading';
import { recording } from './recording';
import { waiting } from './waiting';

/** The registry of what people do at each kind of step; a kind without a play does not compile. */
const plays = {
  notice,
  pledge,
  'device-check': deviceCheck,
  'face-check': faceCheck,
  cameras,
  waiting,
  interview,
  paper,
  recording,
  proctored,
} as const satisfies { [K in StepKind]: Play<K> };

/** TypeScript cannot see that step and play belong together: the kind was matched before. */
const playOf = ({ kind }: StepConfig) => plays[kind] as Play<StepKind>;

/** The door, before any step: sittings are born here. */
export const ENTER = 'enter';

type Guest = Omit<Scene<StepKind>, 'step'>;

/** One row's worth of the table for one guest. */
export interface Act {
  readonly id: string;
  readonly each: number;
  readonly roomMayPause: boolean;
  readonly prepare: (guest: Guest) => Promise<void>;
  readonly storm: (guest: Guest) => readonly Promise<void>[];
  readonly leave: (guest: Guest) => Promise<void>;
}

const enter: Act = {
  id: ENTER,
  each: 3,
  roomMayPause: true,
  prepare: () => Promise.resolve(),
  storm: ({ seat }) => [
    inTurn(
      () => seat.enter(),
      () => seat.enter(),
      () => seat.enter(),
    ),
  ],
  leave: async ({ seat }) => {
    if (!seat.view()) await seat.enter();
  },
};

/** What happens in a flow, in its order: the door, then its steps. */
export function actsOf(steps: readonly StepConfig[]): Act[] {
  return [enter, ...steps.map(actOf)];
}

function actOf(step: StepConfig): Act {
  const play = playOf(step);
  const at = (guest: Guest): Scene<StepKind> => ({ ...guest, step });
  return {
    id: step.id,
    each: play.each,
    roomMayPause: play.roomMayPause,
    prepare: async (guest) => {
      await guest.seat.until(`step ${step.id}`, ({ stepId }) => stepId === step.id);
      await play.prepare?.(at(guest));
    },
    storm: (guest) => play.storm(at(guest)),
    leave: (guest) => play.leave(at(guest)),
  };
}
