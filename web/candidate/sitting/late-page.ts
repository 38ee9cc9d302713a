import { lazyPage } from '../parts/lazy-page';

/** The exam itself, apart from signing in; fetched while the page still asks who is there. */
export const firstDevice = lazyPage(async () => (await import('./FirstDevice')).FirstDevice);
