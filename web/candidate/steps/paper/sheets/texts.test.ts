import { sheets as en } from '../../../../i18n/en/sheets';
import { sheets as zh } from '../../../../i18n/zh/sheets';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const english = new Map(leaves(en));
const parts = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the words about sheets', () => {
  it.each(leaves(zh))('%s say the same in English', (key, text) =>
    expect(parts(english.get(key) ?? '')).toEqual(parts(text)),
  );
  it.each(leaves(zh))('%s neither shout, forbid nor accuse', (key, text) => {
    expect(`${text}${english.get(key)}`).not.toMatch(/[!！]|请勿|非法|失败|invalid|denied|illegal|sorry/i);
  });
});
