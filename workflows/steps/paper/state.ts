import type { StepMachines } from '#steps/schemas';
import { closingMsAt, deadlineOf, type ClockFace } from '#protocol/clock';
import { event, STAMP_GRACE_MS, type Effect, type Moment, type Outcome, type Scene } from '#protocol/machine';
import type { SealedSet } from './schema';

/** Who or what ended the writing of this candidate. */
export interface Ending {
  readonly by: string;
  readonly at: number;
  readonly cause: 'candidate' | 'staff' | 'clock';
}
export interface PaperState {
  readonly phase: 'waiting' | 'writing' | 'photographing' | 'uploading' | 'collecting';
  readonly enteredAt: number;
  /** From when on the paper is this candidate's, and who dispatched it; null before. */
  readonly dispatched: { readonly opensAt: number; readonly by: string } | null;
  /** Of the phase: writing, then photographing, then uploading. */
  readonly clock: ClockFace | null;
  readonly openedAt: number | null;
  /** The writing deadline that was announced as passed; an extension makes it another one. */
  readonly toldAt: number | null;
  readonly pensDownAt: number | null;
  readonly ending: Ending | null;
  /** Sealed sets that count or may still count, oldest first. */
  readonly sets: readonly SealedSet[];
  /** How many sets were sealed. */
  readonly seals: number;
}
export type PaperMachine = StepMachines['paper'];
export type PaperScene = Scene<'paper', PaperState>;

const MINUTE_MS = 60_000;

export const entered = (at: number): PaperState => ({
  phase: 'waiting',
  enteredAt: at,
  dispatched: null,
  clock: null,
  openedAt: null,
  toldAt: null,
  pensDownAt: null,
  ending: null,
  sets: [],
  seals: 0,
});

export const closingMs = (step: PaperMachine): number =>
  step.mode === 'online' ? step.closingSeconds * 1_000 : 0;

export const deadlineIn = ({ state, around }: PaperScene): number | null =>
  state.clock && deadlineOf(state.clock, around.ledger);

/** The clock with the grace that its deadline has: longer after an outage. */
export const faceIn = ({ state: { clock }, around }: PaperScene): ClockFace | null => {
  const deadline = clock && deadlineOf(clock, around.ledger);
  if (!clock || deadline === null) return clock;
  const grace = closingMsAt(clock, around.ledger, deadline, around.isOutageOpen ?? false);
  return { ...clock, closingMs: grace };
};

/** Until when what was stamped before the deadline is waited for; null where there is no deadline. */
export const closesIn = (scene: PaperScene): number | null => {
  const deadline = deadlineIn(scene);
  return deadline === null ? null : deadline + (faceIn(scene)?.closingMs ?? 0);
};

export const writingClock = (step: PaperMachine, opensAt: number, extraMs: number): ClockFace => ({
  startedAt: opensAt,
  totalMs: step.minutes * MINUTE_MS + extraMs,
  closingMs: closingMs(step),
});

type Photographed = Extract<PaperMachine, { mode: 'photographed' }>;

/** Pens are down at `at`: from there the time for the photographs runs, whenever the sitting hears of it. */
export const photograph = (step: Photographed, state: PaperState, at: number, by: string) => ({
  state: {
    ...state,
    phase: 'photographing' as const,
    pensDownAt: at,
    clock: { startedAt: at, totalMs: step.photographMinutes * MINUTE_MS, closingMs: STAMP_GRACE_MS },
  },
  events: [event('paper.pens-down', { at, by })],
});

/** Seals ended at `at`; the time for bytes runs from `closedAt`, when the last seal's grace was over. */
export const awaitBytes = (step: Photographed, state: PaperState, at: number, closedAt: number) => ({
  state: {
    ...state,
    phase: 'uploading' as const,
    clock: {
      startedAt: at,
      totalMs: closedAt - at + step.uploadMinutes * MINUTE_MS,
      closingMs: 0,
    },
  },
  events: [event('paper.last-seal', { at, seals: state.seals })],
});

/** The writing is over; what counts is sealed on the server before the sitting goes on. */
export const collect = (
  step: PaperMachine,
  state: PaperState,
  { at, by }: Pick<Moment, 'at' | 'by'>,
  cause: Ending['cause'],
): Outcome<PaperState> => ({
  state: {
    ...state,
    phase: 'collecting',
    clock: null,
    pensDownAt: state.pensDownAt ?? at,
    ending: { by, at, cause },
  },
  events: [event('paper.collecting', { at, by, cause })],
  effects: [collection(step, state, at)],
});

/** Asks the world to seal what is there. */
export const collection = (step: PaperMachine, { sets }: PaperState, until: number): Effect => ({
  kind: 'collect-paper',
  mode: step.mode,
  until,
  sets: sets.map(({ setId }) => setId),
});
