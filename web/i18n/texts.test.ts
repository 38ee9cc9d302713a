import { common as en } from './en/common';
import { common as zh } from './zh/common';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const english = new Map(leaves(en));
const counted = /_(one|other)$/;
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the common texts', () => {
  it.each(leaves(zh))('%s has the same placeholders in English', (key, text) =>
    expect(placeholders(english.get(key) ?? '')).toEqual(placeholders(text)),
  );
  it.each(leaves(zh))('%s is Chinese without exclamation marks', (_, text) => {
    expect(text).not.toMatch(/[!！]/);
    expect(text).not.toMatch(/请勿/);
  });
  it('has a singular for every counted English text', () =>
    [...english.keys()]
      .filter((key) => counted.test(key))
      .forEach((key) => expect(english.has(key.replace(counted, '_one'))).toBe(true)));
});
