import { retryDelay } from '../../api/retry';
import type { HttpStageParts } from './http-stage';
import type { VideoStage } from './port';

type CreateStage = (parts: HttpStageParts) => VideoStage;

/** Nobody needs video to sign in: its code comes apart, and is asked for again while the network is gone. Null: unwanted. */
export async function fetchStage(wanted: () => boolean): Promise<CreateStage | null> {
  for (let tries = 0; wanted(); tries += 1) {
    try {
      return (await import('./http-stage')).createHttpStage;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryDelay(tries)));
    }
  }
  return null;
}
