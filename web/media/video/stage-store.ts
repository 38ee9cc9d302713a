import { idleStage, type StageState } from './port';

export interface StageStore {
  readonly state: () => StageState;
  readonly become: (next: Partial<StageState>) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

/** Keeps a stage's state and tells when it changes. */
export function createStageStore(): StageStore {
  const listeners = new Set<() => void>();
  const kept = { state: idleStage };
  return {
    state: () => kept.state,
    become(next) {
      const changed = (Object.keys(next) as (keyof StageState)[]).some(
        (key) => next[key] !== kept.state[key],
      );
      if (!changed) return;
      kept.state = { ...kept.state, ...next };
      listeners.forEach((tell) => tell());
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
