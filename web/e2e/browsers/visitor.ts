import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from './driver';

const PATIENCE = 60_000;
const folder = join(tmpdir(), 'examhall-browsers');

/** The middle of the first visible thing with these words, scrolled to where it can be touched; null where there is none. */
const FIND = `
  const [kind, words] = arguments;
  const fits = (one) => {
    const box = one.getBoundingClientRect();
    return (one.innerText ?? '').includes(words) && box.width > 0 && box.height > 0 && !one.disabled && one.getAttribute('aria-disabled') !== 'true';
  };
  const all = [...document.querySelectorAll(kind)].filter(fits);
  const found = all.sort((a, b) => a.innerText.length - b.innerText.length)[0];
  if (!found) return null;
  found.scrollIntoView({ block: 'center' });
  const place = () => {
    const box = found.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  // Touched only where it stays: pages move while their parts come in.
  const first = place();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const [x, y] = place();
  const there = document.elementFromPoint(x, y);
  const touchable = kind === 'body *' || found.contains(there) || there?.contains(found);
  return first[0] === x && first[1] === y && touchable ? [x, y] : null;
`;
const FIELD = `
  const [words] = arguments;
  const label = [...document.querySelectorAll('label')].find((one) => one.innerText.includes(words));
  const field = label && (label.control ?? label.querySelector('input'));
  if (!field) return null;
  field.focus();
  const box = field.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
`;

/** A candidate in some other browser: does what the page asks, by its words, with a real pointer. */
export class Visitor {
  constructor(readonly driver: Driver) {}

  async sees(words: string): Promise<void> {
    await this.until(words, () => this.driver.run<number[] | null>(FIND, 'body *', words));
  }

  async press(words: string): Promise<void> {
    const [x = 0, y = 0] = await this.until(words, () =>
      this.driver.run<number[] | null>(FIND, 'button, a', words),
    );
    await this.driver.tap(x, y);
  }

  async fill(label: string, text: string): Promise<void> {
    const [x = 0, y = 0] = await this.until(label, () => this.driver.run<number[] | null>(FIELD, label));
    await this.driver.tap(x, y);
    await this.driver.type(text);
  }

  words(): Promise<string> {
    return this.driver.run<string>('return document.body.innerText');
  }

  /** For whoever looks: what the page shows now. */
  async picture(name: string): Promise<string> {
    const file = join(folder, `${this.driver.version.split(' ')[0]}-${name}.png`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await this.driver.picture());
    return file;
  }

  /** Waits until `look` finds something. @throws Error with what the page shows instead */
  async until<T>(words: string, look: () => Promise<T | null>): Promise<T> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      if (Date.now() > end)
        throw new Error(`“${words}” is not there; ${await this.picture('missing')}: ${await this.words()}`);
      await wait(150);
    }
  }
}
