import type { HelpReport } from '#protocol/help.schema';
import { lacksOf, type BrowserParts } from '../../media/capabilities';
import { browserName } from './browser-name';
import type { HelpSitting } from './help-context';

interface Page extends BrowserParts {
  readonly innerWidth: number;
  readonly innerHeight: number;
}

const LONGEST_NAME = 120;
const MOST = 20;

/** What support sees of this device. */
export function helpReportOf(
  { position, step, device, faults }: HelpSitting,
  page: Page,
  agent: string,
  language: string,
): HelpReport {
  return {
    ...{ position, device, language },
    stepId: step?.id ?? null,
    faults: faults.slice(0, MOST),
    lacks: lacksOf(page).slice(0, MOST),
    browser: browserName(agent).slice(0, LONGEST_NAME),
    screen: `${page.innerWidth} × ${page.innerHeight}`,
  };
}
