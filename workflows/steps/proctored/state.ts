import { closingMsAt, deadlineOf, type ClockFace } from '#protocol/clock';
import { event, type EventDraft, type Moment, type Outcome, type Scene } from '#protocol/machine';
import type { FactTotal, PageFact, ProctoredView } from './schema';

type Began = Extract<ProctoredView, { phase: 'running' }>['began'];
type Ended = Extract<ProctoredView, { phase: 'looking-back' }>['ended'];

/** A fact that lasts. */
interface OpenFact {
  readonly id: string;
  readonly fact: PageFact;
  readonly from: number;
}
export interface ProctoredState {
  readonly enteredAt: number;
  readonly began: Began | null;
  readonly clock: ClockFace | null;
  /** The deadline that was announced as passed; an extension makes it another one. */
  readonly toldAt: number | null;
  readonly ended: Ended | null;
  /** Who took the last ending back, for whoever comes second. */
  readonly undone: { readonly by: string; readonly at: number } | null;
  readonly open: readonly OpenFact[];
  /** `openSince` is not kept here: the view reads it off the open ones. */
  readonly totals: readonly Omit<FactTotal, 'openSince'>[];
  readonly scan: ProctoredView['scan'];
  /** How many reports of facts were taken. */
  readonly reports: number;
}
export type ProctoredScene = Scene<'proctored', ProctoredState>;

const MINUTE_MS = 60_000;
/** After the deadline: nothing is collected here, so this is only for a last fact and for staff to give time. */
export const CLOSING_MS = 30_000;
const UNDO_MS = 10_000;

export const entered = (at: number): ProctoredState => ({
  enteredAt: at,
  began: null,
  clock: null,
  toldAt: null,
  ended: null,
  undone: null,
  open: [],
  totals: [],
  scan: null,
  reports: 0,
});

/** When the clock begins by itself; null while a pause holds it back. */
export const beginsAt = ({ step, state, around }: ProctoredScene): number | null =>
  deadlineOf(
    { startedAt: state.enteredAt, totalMs: step.beginMinutes * MINUTE_MS, closingMs: 0 },
    around.ledger,
  );

export const deadlineIn = ({ state, around }: ProctoredScene): number | null =>
  state.clock && deadlineOf(state.clock, around.ledger);

/** The clock with the grace that its deadline has: longer after an outage. */
export const faceIn = ({ state: { clock, ended }, around }: ProctoredScene): ClockFace | null => {
  if (!clock || ended) return null;
  const deadline = deadlineOf(clock, around.ledger);
  if (deadline === null) return clock;
  return { ...clock, closingMs: closingMsAt(clock, around.ledger, deadline, around.isOutageOpen ?? false) };
};

export const lookBackUntil = ({ step, state }: Pick<ProctoredScene, 'step' | 'state'>): number =>
  (state.ended?.at ?? state.enteredAt) + step.lookBackMinutes * MINUTE_MS;

/** The exam begins at `at`, whenever the sitting hears of it. */
export const begin = ({ step, state, around }: ProctoredScene, began: Began): Outcome<ProctoredState> => {
  const totalMs = step.minutes * MINUTE_MS + around.extraMs;
  return {
    state: { ...state, began, clock: { startedAt: began.at, totalMs, closingMs: CLOSING_MS } },
    events: [event('proctored.began', { ...began, totalMs })],
  };
};

/** A fact that is over, in the totals. */
export const counted = (
  totals: ProctoredState['totals'],
  fact: PageFact,
  from: number,
  to: number,
): ProctoredState['totals'] => {
  const before = totals.find((each) => each.fact === fact) ?? { fact, count: 0, ms: 0, lastAt: 0 };
  const after = { fact, count: before.count + 1, ms: before.ms + (to - from), lastAt: to };
  return [...totals.filter((each) => each.fact !== fact), after];
};

export const factEvent = (id: string, fact: PageFact, from: number, to: number): EventDraft =>
  event('proctored.fact', { fact, id, from, to, ms: to - from });

/** The exam is over for this candidate: what still lasts of the facts ends here too. */
export const end = (
  state: ProctoredState,
  { at, by }: Pick<Moment, 'at' | 'by'>,
  cause: Ended['cause'],
): Outcome<ProctoredState> => {
  const ended = { at, by, cause, undoUntil: cause === 'staff' ? at + UNDO_MS : null };
  const over = state.open.map(({ id, fact, from }) => ({ id, fact, from, to: Math.max(from, at) }));
  const totals = over.reduce((sum, { fact, from, to }) => counted(sum, fact, from, to), state.totals);
  return {
    state: { ...state, ended, open: [], totals },
    events: [
      ...over.map(({ id, fact, from, to }) => factEvent(id, fact, from, to)),
      event('proctored.ended', { at, by, cause }),
    ],
  };
};
