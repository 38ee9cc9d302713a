/** Whether what is kept on this device may be uploaded now, or waits for picture and sound of the exam. */
export interface UplinkGate {
  /** Ask before every part. */
  readonly mayUpload: () => boolean;
  /** Resolves when it may, or when `signal` ends the waiting. */
  readonly untilMayUpload: (signal: AbortSignal) => Promise<void>;
  /** The open stage says so. */
  readonly hold: (wait: boolean) => void;
}

export function createUplinkGate(): UplinkGate {
  const waiting = new Set<() => void>();
  let held = false;
  return {
    mayUpload: () => !held,
    untilMayUpload: (signal) =>
      new Promise((resolve) => {
        const go = (): void => {
          waiting.delete(go);
          signal.removeEventListener('abort', go);
          resolve();
        };
        if (!held || signal.aborted) return resolve();
        waiting.add(go);
        signal.addEventListener('abort', go);
      }),
    hold(wait) {
      held = wait;
      if (!held) [...waiting].forEach((go) => go());
    },
  };
}
