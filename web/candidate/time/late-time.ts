import { moreTexts } from '../../i18n/start-texts';
import { lazyPage } from '../parts/lazy-page';

const notices = lazyPage(async () => {
  const [{ TimeNotices }] = await Promise.all([import('./TimeNotices'), moreTexts('time')]);
  return TimeNotices;
});
const button = lazyPage(async () => {
  const [{ TimeButton }] = await Promise.all([import('./TimeButton'), moreTexts('time')]);
  return TimeButton;
});

/** The words about one's time come with their code, while the exam goes on without them. */
export const lateTime = { Notices: notices.Page, Button: button.Page } as const;
