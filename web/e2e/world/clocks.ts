import type { Page } from 'playwright-core';

/** Runs in a page before its own scripts: its clock is wrong by this much, as on a computer set to another zone. */
export function setClockWrong(byMs: number): void {
  const Right = Date;
  class WrongDate extends Right {
    constructor(...given: [] | [number | string]) {
      if (given.length === 0) super(Right.now() + byMs);
      else super(...given);
    }
    static override now = (): number => Right.now() + byMs;
  }
  window.Date = WrongDate as DateConstructor;
}

interface Shown {
  readonly text: string;
  /** By a clock that `setClockWrong` leaves alone. */
  readonly at: number;
}

/** Text and instant in one breath: asked for one after the other, a busy machine comes between them. */
async function shown(page: Page): Promise<Shown> {
  return page
    .getByRole('timer')
    .first()
    .evaluate((timer) => ({
      text: timer.textContent,
      at: performance.timeOrigin + performance.now(),
    }));
}

const secondsIn = (text: string): number => {
  const [minutes = NaN, seconds = NaN] = text.trim().split(':').map(Number);
  return minutes * 60 + seconds;
};

/** What a page's countdown says, in seconds. */
export async function secondsLeft(page: Page): Promise<number> {
  return secondsIn((await shown(page)).text);
}

/** The instant (epoch ms of this machine, which is also the server's) at which a page's countdown ends, to a second. */
export async function deadlineShown(page: Page): Promise<number> {
  const { text, at } = await shown(page);
  return at + secondsIn(text) * 1_000;
}

interface ServersClock {
  readonly deadlineAt: number | null;
  readonly remainingMs: number;
  readonly pausedSince: number | null;
}

/** To the millisecond, as the server tells the candidate of a page. */
export async function clockOf({ request }: Page): Promise<ServersClock> {
  const answer = await request.get('/api/sitting');
  const { view } = (await answer.json()) as { view: { clock: ServersClock | null } | null };
  if (!view?.clock) throw new Error('no clock runs');
  return view.clock;
}
