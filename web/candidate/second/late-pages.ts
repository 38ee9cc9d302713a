import { lazyPage } from '../parts/lazy-page';

/** The second camera's own pages: the first device never needs them. */
export const secondPages = {
  device: lazyPage(async () => (await import('./SecondDevice')).SecondDevice).Page,
  pair: lazyPage(async () => (await import('./PairPage')).PairPage).Page,
  wayOut: lazyPage(async () => (await import('./WayOutPage')).WayOutPage).Page,
} as const;
