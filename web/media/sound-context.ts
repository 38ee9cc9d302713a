/** The page's one audio context: browsers let it sound only after a tap, and take it away in calls. */
export interface SoundContext {
  /** Null where the browser has no Web Audio. Made at the first use. */
  readonly context: () => AudioContext | null;
  /** Sound would be heard now. */
  readonly armed: () => boolean;
  /** To be called in a tap, a click or a key press; true when sound may be heard from now on. */
  readonly arm: () => Promise<boolean>;
  readonly subscribe: (changed: () => void) => () => void;
}

type Make = () => AudioContext;

const isRunning = (context: AudioContext | null): boolean => context?.state === 'running';

async function wake(context: AudioContext | null): Promise<boolean> {
  // A context that may not sound leaves `resume` pending for ever: give it a moment, then look.
  const moment = new Promise<void>((resolve) => setTimeout(resolve, 400));
  await Promise.race([context?.resume().catch(() => undefined), moment]);
  return isRunning(context);
}

export function createSoundContext(make: Make | null): SoundContext {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((changed) => changed());
  const made: { context: AudioContext | null } = { context: null };
  const context = (): AudioContext | null => {
    if (!made.context && make) {
      made.context = make();
      made.context.addEventListener('statechange', tell);
    }
    return made.context;
  };
  return {
    context,
    armed: () => isRunning(made.context),
    arm: async () => {
      const running = await wake(context());
      tell();
      return running;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** The browser's own. */
export function browserSoundContext(page: Window & typeof globalThis): SoundContext {
  return createSoundContext('AudioContext' in page ? () => new page.AudioContext() : null);
}
