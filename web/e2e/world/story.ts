import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from './world';

const folder = join(tmpdir(), 'examhall-e2e-pictures');

/** What every page showed when a step failed, for whoever has to find out why. */
async function picture(world: World | undefined): Promise<string> {
  if (!world) return 'none';
  const prefix = join(folder, String(Date.now()));
  mkdirSync(folder, { recursive: true });
  const pages = world.browser.contexts().flatMap((context) => context.pages());
  await Promise.allSettled(
    pages.map((page, at) => page.screenshot({ path: `${prefix}-${at}.png`, timeout: 20_000 })),
  );
  return `${prefix}-*.png`;
}

/**
 * The steps of one story in their order: when one fails, the later ones fail at once and say so,
 * since they would only wait for pages that cannot come.
 */
export function story(world: () => World | undefined): (name: string, step: () => Promise<void>) => void {
  let broken: string | null = null;
  return (name, step) => {
    it(name, async () => {
      if (broken) throw new Error(`the story broke off at: ${broken}`);
      broken = name;
      try {
        await step();
      } catch (fault) {
        throw new Error(`the pages at that moment: ${await picture(world())}`, { cause: fault });
      }
      broken = null;
    });
  };
}
