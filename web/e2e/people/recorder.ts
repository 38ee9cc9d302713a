import type { Page } from 'playwright-core';
import type { OutputOf } from '#contract/endpoint';
import { readTakes } from '#contract/takes';
import { eventually } from '../world/media-checks';

type Taken = OutputOf<typeof readTakes>;
type Recorded = Taken['takes'][number];

/** What the server has of the takes, asked as the candidate's own page asks. */
export function takesOf(page: Page): Promise<readonly Recorded[]> {
  return page.evaluate(async (path) => {
    const answer = (await fetch(path).then((response) => response.json())) as Taken;
    return answer.takes;
  }, readTakes.path);
}

const slicesOf = (take: Recorded | undefined, position: 1 | 2) =>
  take?.positions
    .find((each) => each.position === position)
    ?.segments.flatMap(({ slices }) => slices)
    .filter(({ bytes, offset }) => bytes === offset) ?? [];

/** Ms of the take that the server has of a position. */
export const storedMs = (take: Recorded | undefined, position: 1 | 2): number =>
  Math.max(0, ...slicesOf(take, position).map(({ to }) => to));

export const storedBytes = (take: Recorded | undefined): number =>
  ([1, 2] as const)
    .flatMap((position) => slicesOf(take, position))
    .reduce((sum, { bytes }) => sum + bytes, 0);

export const isWhole = (take: Recorded | undefined): boolean =>
  take !== undefined &&
  take.positions.length === 2 &&
  take.positions.every(({ segments }) => segments.every(({ complete }) => complete));

/** Waits until the server has so much of take `index` from both positions. */
export const untilStored = (page: Page, index: number, ms: number): Promise<readonly Recorded[]> =>
  eventually(
    () => takesOf(page),
    (takes) => ([1, 2] as const).every((position) => storedMs(takes[index], position) >= ms),
    120_000,
  );

/**
 * Presses the button in the very moment in which the server has so much of the take from both positions: what is
 * recorded between looking and pressing would count as not sent. Resolves with what was there.
 */
export function pressOnceStored(
  page: Page,
  wish: { readonly index: number; readonly ms: number; readonly button: string },
): Promise<readonly Recorded[]> {
  return page.evaluate(
    async ({ path, index, ms, button }) => {
      const until = Date.now() + 150_000;
      while (Date.now() < until) {
        const { takes } = (await fetch(path).then((response) => response.json())) as Taken;
        const ends = ([1, 2] as const).map((position) =>
          Math.max(
            0,
            ...(takes[index]?.positions
              .filter((each) => each.position === position)
              .flatMap(({ segments }) => segments)
              .flatMap(({ slices }) => slices)
              .filter(({ bytes, offset }) => bytes === offset)
              .map(({ to }) => to) ?? []),
          ),
        );
        const buttons = [...document.querySelectorAll('button')];
        const found = buttons.find(({ innerText }) => innerText.includes(button));
        if (found && ends.every((end) => end >= ms)) {
          found.click();
          return takes;
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error('the take did not arrive while it was recorded');
    },
    { path: readTakes.path, ...wish },
  );
}
