import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { retryDelay } from '../../api/retry';
import { lateTexts } from '../../i18n/start-texts';

export interface LazyPage<Props> {
  readonly Page: LazyExoticComponent<ComponentType<Props>>;
  /** Fetches the code beforehand, so that a network that fails later does not matter. */
  readonly preload: () => void;
}

const TRIES = 6;

/** A page with words that come with its code, for what is not needed to sign in. */
export const wordedPage = <Props>(load: () => Promise<ComponentType<Props>>): LazyPage<Props> =>
  lazyPage(async () => {
    const [page] = await Promise.all([load(), lateTexts()]);
    return page;
  });

/** A page whose code comes separately; it is asked for again while the network is gone. */
export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  const insist = async (attempt = 0): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() };
    } catch (fault) {
      if (attempt + 1 >= TRIES) throw fault;
      await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt)));
      return insist(attempt + 1);
    }
  };
  return { Page: lazy(() => insist()), preload: () => void insist().catch(() => undefined) };
}
