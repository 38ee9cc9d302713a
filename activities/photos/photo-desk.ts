import type { Logger } from 'pino';
import { lookAtPhotos, type PhotoParts } from './look-at-photos';

const EVERY_MS = 2_000;

/** Looks for zip files of photos every few seconds: late is fine, and the rows say what is wanted. */
export function startPhotoDesk(parts: PhotoParts & { readonly logger: Logger }): {
  readonly stop: () => Promise<void>;
} {
  const state: { stopped: boolean; timer: NodeJS.Timeout | null; round: Promise<void> } = {
    ...{ stopped: false, timer: null, round: Promise.resolve() },
  };
  const turn = async (): Promise<void> => {
    try {
      while (!state.stopped && (await lookAtPhotos(parts, () => !state.stopped)));
    } catch (error) {
      parts.logger.warn({ err: error }, 'photos could not be looked at; the next round repeats it');
    }
    if (!state.stopped) state.timer = setTimeout(next, EVERY_MS);
  };
  const next = (): void => {
    state.round = turn();
  };
  next();
  return {
    stop: async () => {
      state.stopped = true;
      if (state.timer) clearTimeout(state.timer);
      await state.round;
    },
  };
}
