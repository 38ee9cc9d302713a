import { candidate as en } from '../i18n/en/candidate';
import { candidate as zh } from '../i18n/zh/candidate';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const english = new Map(leaves(en));
const parts = (text: string): string[] => (text.match(/\{\{\w+\}\}|<\/?b>/g) ?? []).sort();

describe("the candidate's texts", () => {
  it.each(leaves(zh))('%s says the same in English', (key, text) =>
    expect(parts(english.get(key) ?? '')).toEqual(parts(text)),
  );
  it.each(leaves(zh))('%s neither shouts, forbids nor accuses', (key, text) => {
    expect(`${text}${english.get(key)}`).not.toMatch(/[!！]|请勿|非法|失败|invalid|denied|illegal|sorry/i);
  });
  it.each(leaves(zh))('%s puts a space between Han and figures', (_, text) =>
    expect(text).not.toMatch(/[\u4e00-\u9fff][0-9]|[0-9](?!\s*%)[\u4e00-\u9fff]/),
  );
});
