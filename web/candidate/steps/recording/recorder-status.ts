import { createContext, useContext, useSyncExternalStore } from 'react';
import type { UploaderState } from '../../../media/recorder/uploader';

/** How this device's recorder is, for the pages that show it. */
export interface RecorderStatus {
  /** `recovering`: an earlier page's take is being brought home. `failed`: the recorder gave up. */
  readonly run: 'none' | 'counting' | 'recording' | 'recovering' | 'failed';
  readonly takeId: string | null;
  /** False: this browser keeps nothing itself, so that a reload would lose what is not sent yet. */
  readonly keptHere: boolean;
  /** Null before the recorder's code has come. */
  readonly uploader: UploaderState | null;
}

export interface RecorderBox {
  readonly state: () => RecorderStatus;
  readonly subscribe: (changed: () => void) => () => void;
  readonly become: (next: Partial<RecorderStatus>) => void;
}

const atFirst: RecorderStatus = { run: 'none', takeId: null, keptHere: true, uploader: null };

/** Stands between the recorder, which lives as long as its device's page, and the pages that come and go. */
export function createRecorderBox(): RecorderBox {
  const listeners = new Set<() => void>();
  const held = { status: atFirst };
  return {
    state: () => held.status,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    become(next) {
      held.status = { ...held.status, ...next };
      listeners.forEach((changed) => changed());
    },
  };
}

export const RecorderContext = createContext<RecorderBox | null>(null);

export function useRecorderBox(): RecorderBox {
  const box = useContext(RecorderContext);
  if (!box) throw new Error('This page stands outside of a device that records');
  return box;
}

export function useRecorderStatus(): RecorderStatus {
  const box = useRecorderBox();
  return useSyncExternalStore(box.subscribe, box.state);
}
