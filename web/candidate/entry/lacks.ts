import { lacksOf, lackWeights, type BrowserParts, type Lack } from '../../media/capabilities';
import { wayOut, type WayOut } from '../../media/in-app-browser';

/** What keeps this browser from an exam, found by trying; an app's own browser is shown its way out instead. */
export type Obstacle =
  | { readonly kind: 'app'; readonly way: WayOut }
  | { readonly kind: 'lacks'; readonly lacks: readonly Lack[] };

export function obstacleOf(browser: BrowserParts, userAgent: string): Obstacle | null {
  const canCapture = typeof browser.navigator.mediaDevices?.getUserMedia === 'function';
  const way = wayOut(userAgent, canCapture);
  if (way) return { kind: 'app', way };
  const lacks = lacksOf(browser).filter((lack) => lackWeights[lack] === 'blocks');
  return lacks.length > 0 ? { kind: 'lacks', lacks } : null;
}
