import { moreTexts } from '../../i18n/start-texts';
import { lazyPage } from '../parts/lazy-page';

const withWords = <T>(load: () => Promise<T>) =>
  Promise.all([load(), moreTexts('rehearsal')]).then(([page]) => page);

/** Everything of the rehearsal comes separately: on the day nobody needs it. */
export const lateRehearsal = {
  Card: lazyPage(() => withWords(async () => (await import('./RehearsalCard')).RehearsalCard)).Page,
  First: lazyPage(() => withWords(async () => (await import('./FirstRehearsal')).FirstRehearsal)).Page,
  Second: lazyPage(() => withWords(async () => (await import('./SecondRehearsal')).SecondRehearsal)).Page,
};
