import { wordedPage } from '../parts/lazy-page';

/** The second camera's own pages: the first device never needs them. */
export const secondPages = {
  device: wordedPage(async () => (await import('./SecondDevice')).SecondDevice).Page,
  pair: wordedPage(async () => (await import('./PairPage')).PairPage).Page,
  wayOut: wordedPage(async () => (await import('./WayOutPage')).WayOutPage).Page,
} as const;
