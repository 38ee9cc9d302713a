import { event, type Moment, type Outcome, type StepResult } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import type { SealedSet } from './schema';
import { collect, deadlineIn, type PaperScene, type PaperState } from './state';

type Answer = Outcome<PaperState> | Refusal;
type Of<K extends StepResult['kind']> = Extract<StepResult, { kind: K }>;

/** Seals of one paper; each replaces the one before, so that more than some dozens are a page gone wild. */
const MOST_SEALS = 50;

/** The set that was sealed last, complete or not. */
export const latest = ({ sets }: PaperState): SealedSet | null => sets.at(-1) ?? null;

/** What counts as things stand: a new set replaces the old one only when it is complete. */
export const counted = ({ sets }: PaperState): SealedSet | null =>
  sets.findLast(({ receivedAt }) => receivedAt !== null) ?? null;

export const isComplete = (state: PaperState): boolean => {
  const last = latest(state);
  return last !== null && last.receivedAt !== null;
};

/** Sets before the one that counts can count no more. */
const live = (sets: readonly SealedSet[]): readonly SealedSet[] => {
  const from = sets.findLastIndex(({ receivedAt }) => receivedAt !== null);
  return sets.slice(Math.max(0, from));
};

/** Until when a seal may be stamped; null while it may without a bound, or while the time stands still. */
const sealUntil = (scene: PaperScene): number | null => {
  if (scene.state.phase === 'uploading') return scene.state.clock?.startedAt ?? null;
  return scene.state.phase === 'photographing' ? deadlineIn(scene) : null;
};

export const seal = (scene: PaperScene, sealed: Of<'sheets-sealed'>, { at }: Moment): Answer => {
  const { step, state } = scene;
  if (state.sets.some(({ setId }) => setId === sealed.setId)) return { state, events: [] };
  if (step.mode !== 'photographed' || !state.dispatched || state.phase === 'collecting')
    return refuse('NOT_NOW');
  if (at < state.dispatched.opensAt) return refuse('NOT_NOW', { opensAt: state.dispatched.opensAt });
  if (sealed.sheets > step.mostSheets) return refuse('TOO_MANY_SHEETS', { limit: step.mostSheets });
  const until = sealUntil(scene);
  if (until !== null && at > until) return refuse('TOO_LATE', { closedAt: until });
  if (state.seals >= MOST_SEALS) return refuse('NOT_NOW');
  const { setId, version, sheets, digest } = sealed;
  const set: SealedSet = { setId, version, sheets, digest, sealedAt: at, receivedAt: null };
  return {
    state: { ...state, seals: state.seals + 1, sets: [...state.sets, set] },
    events: [event('paper.sealed', { setId, version, sheets, digest })],
  };
};

/** The last byte of a set is there, and all of it is readable. Late in the day this hands the paper in. */
export const receive = ({ step, state }: PaperScene, { setId, at }: Of<'sheets-received'>): Answer => {
  const known = state.sets.find((set) => set.setId === setId);
  if (!known || state.phase === 'collecting') return refuse('NOT_NOW');
  if (known.receivedAt !== null) return { state, events: [] };
  const sets = state.sets.map((set) => (set === known ? { ...set, receivedAt: at } : set));
  const after = { ...state, sets: live(sets) };
  const events = [event('paper.received', { setId, version: known.version, at })];
  if (state.phase !== 'uploading' || !isComplete(after)) return { state: after, events };
  const handedIn = collect(step, after, { at, by: 'system' }, 'clock');
  return { ...handedIn, events: [...events, ...handedIn.events] };
};
