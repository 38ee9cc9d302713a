import { moreTexts } from '../../i18n/start-texts';
import { lazyPage } from '../parts/lazy-page';

const load = async () => {
  const [parts] = await Promise.all([import('./time-parts'), moreTexts('time')]);
  return parts;
};

const notices = lazyPage(async () => (await load()).TimeNotices);
const button = lazyPage(async () => (await load()).TimeButton);

/** The words about one's time come with their code, while the exam goes on without them. */
export const lateTime = { Notices: notices.Page, Button: button.Page } as const;
