import { retryDelay } from '../../api/retry';
import { moreTexts } from '../../i18n/start-texts';
import { lazyPage } from '../parts/lazy-page';

/** Asked for without end: an exam never breaks because the words about its time did not load. */
async function insistently<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt)));
    }
  }
}

const notices = lazyPage(() =>
  insistently(async () => {
    const [{ TimeNotices }] = await Promise.all([import('./TimeNotices'), moreTexts('time')]);
    return TimeNotices;
  }),
);
const button = lazyPage(() =>
  insistently(async () => {
    const [{ TimeButton }] = await Promise.all([import('./TimeButton'), moreTexts('time')]);
    return TimeButton;
  }),
);

/** What is told of one's time comes with its words, while the exam goes on without it. */
export const lateTime = { Notices: notices.Page, Button: button.Page } as const;
