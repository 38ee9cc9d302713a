import type { Page } from 'playwright-core';
import { PATIENCE } from './candidate';

const MOST_TABS = 60;

interface Focused {
  readonly name: string;
  readonly field: boolean;
  /** Its middle is on the screen, and nothing lies over it. */
  readonly seen: boolean;
  readonly shut: boolean;
}

/** Somebody without a mouse: everything is reached by Tab and done by Enter, Space, arrows and typing. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on from where the focus is to what is called so, around the page once at most. */
  async goTo(name: string | RegExp, only: 'anything' | 'field' = 'anything'): Promise<void> {
    const wanted = (found: Focused): boolean =>
      (found.field || only === 'anything') &&
      (typeof name === 'string' ? found.name.includes(name) : name.test(found.name));
    const passed: string[] = [];
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      const focused = await this.focused();
      if (wanted(focused)) {
        if (!focused.seen) throw new Error(`"${focused.name}" has the focus, and cannot be seen`);
        return;
      }
      passed.push(focused.name);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${String(name)}, only to: ${passed.join(' | ')}`);
  }

  /** Goes there and presses it as soon as it may be pressed. */
  async press(name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.page
      .getByRole('button', { name, disabled: false })
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: PATIENCE });
    await this.goTo(name);
    const until = Date.now() + PATIENCE;
    while ((await this.focused()).shut) {
      if (Date.now() > until) throw new Error(`${String(name)} stays shut`);
      await this.page.waitForTimeout(100);
    }
    await this.page.keyboard.press(key);
  }

  async type(label: string, text: string): Promise<void> {
    await this.goTo(label, 'field');
    await this.page.keyboard.type(text);
  }

  private focused(): Promise<Focused> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body)
        return { name: '', field: false, seen: true, shut: false };
      const labels =
        'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
      const own = element.getAttribute('aria-label') ?? '';
      const name = [own, ...labels.map((label) => label.innerText), element.innerText].join(' ').trim();
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const top = document.elementFromPoint(x, y);
      const seen =
        top !== null &&
        (element.contains(top) || top.contains(element) || labels.some((label) => label.contains(top)));
      return {
        name,
        field: element.matches('input, textarea'),
        seen,
        shut: element.getAttribute('aria-disabled') === 'true',
      };
    });
  }
}
