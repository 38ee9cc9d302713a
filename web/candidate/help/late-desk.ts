import { retryDelay } from '../../api/retry';
import { moreTexts } from '../../i18n/start-texts';
import { lazyPage } from '../parts/lazy-page';

async function load() {
  const [{ HelpDesk }] = await Promise.all([import('./HelpDesk'), moreTexts('help')]);
  return HelpDesk;
}

/**
 * The desk's code comes after the page itself, and at once where an exam is open: help must outlive the network.
 * It is asked for without end: an exam never breaks because its help did not load.
 */
export const lateDesk = lazyPage(async () => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt)));
    }
  }
});
