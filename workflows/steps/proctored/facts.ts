import { event, type EventDraft, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import type { ReportedFact } from './schema';
import { counted, factEvent, type ProctoredScene, type ProctoredState } from './state';

/** A page that reports more often than this is not the one that gathers; the record keeps its size. */
const MOST_REPORTS = 600;

interface Told {
  readonly state: ProctoredState;
  readonly events: readonly EventDraft[];
}

/** Within what is recorded: from the beginning of the exam until now, or until it ended. */
const within = (state: ProctoredState, at: number, moment: Moment): number => {
  const until = Math.min(moment.at, state.ended?.at ?? moment.at);
  return Math.min(until, Math.max(state.began?.at ?? until, at));
};

const tellOne = ({ state, events }: Told, told: ReportedFact, moment: Moment): Told => {
  const { id, fact } = told;
  const lasting = state.open.find((each) => each.fact === fact);
  const from = lasting?.id === id ? lasting.from : within(state, told.from, moment);
  if (told.to === null) {
    // One of a kind lasts at a time: a reload forgets the first, and the second is the same one going on.
    if (lasting || state.ended) return { state, events };
    const open = [...state.open, { id, fact, from }];
    return {
      state: { ...state, open },
      events: [...events, event('proctored.fact-began', { fact, id, from })],
    };
  }
  const since = lasting ? Math.min(lasting.from, from) : from;
  const to = Math.max(since, within(state, told.to, moment));
  const open = state.open.filter((each) => each !== lasting);
  const totals = counted(state.totals, fact, since, to);
  return { state: { ...state, open, totals }, events: [...events, factEvent(id, fact, since, to)] };
};

/** Facts are written down as they are; whatever they are, nothing follows from them by itself. */
export const tell = (
  { state }: Pick<ProctoredScene, 'state'>,
  facts: readonly ReportedFact[],
  moment: Moment,
): Outcome<ProctoredState> | Refusal => {
  if (!state.began) return refuse('NOT_NOW');
  if (state.reports >= MOST_REPORTS) return refuse('NOT_NOW', { limit: MOST_REPORTS });
  const start: Told = { state: { ...state, reports: state.reports + 1 }, events: [] };
  return facts.reduce((told, fact) => tellOne(told, fact, moment), start);
};
