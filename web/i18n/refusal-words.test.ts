import { refusalCodes } from '#protocol/refusals';
import { refusals as en } from './en/refusals';
import type { RefusalTexts } from './refusal-texts';
import { refusalWords } from './refusal-words';
import { refusals as zh } from './zh/refusals';

const clock = (at: number): string => `at ${at}`;

describe('the words of a refusal', () => {
  it('name the time that the refusal knows', () =>
    expect(refusalWords(en.TOO_EARLY, { opensAt: 1.7e12 }, clock).what).toBe(
      'Doors open at at 1700000000000.',
    ));
  it('say a count as a count', () =>
    expect(refusalWords(zh.TAKE_QUOTA_SPENT, { quota: 2 }, clock).what).toBe('可重录 2 次，已经用完。'));
  it('stay general where the time is not known', () =>
    expect(refusalWords(en.TOO_EARLY, {}, clock).what).toBe('The doors are not open yet.'));
  it('say who was first by name', () =>
    expect(refusalWords(zh.ALREADY_DONE, { by: 'staff:01', byName: '周敏', at: 5 }, clock).what).toContain(
      '周敏',
    ));
  it('never show an id in place of a name', () =>
    expect(refusalWords(zh.ALREADY_DONE, { by: 'staff:01', at: 5 }, clock).what).toBe(zh.ALREADY_DONE.what));
});

describe.each([
  ['zh', zh as RefusalTexts],
  ['en', en as RefusalTexts],
])('the refusals in %s', (_, texts) => {
  it.each(refusalCodes)('%s says what happened and what to do', (code) => {
    const { what, todo } = texts[code];
    expect(what.length).toBeGreaterThan(4);
    expect(todo.length).toBeGreaterThan(4);
  });
  it.each(refusalCodes)('%s neither shouts nor accuses', (code) => {
    const { what, todo, exactly = '' } = texts[code];
    expect(`${what}${exactly}${todo}`).not.toMatch(/[!！]|请勿|非法|失败|invalid|denied|illegal/i);
  });
});

describe('the placeholders of both languages', () => {
  const names = (text: string | undefined): string[] => (text?.match(/\{\{\w+\}\}/g) ?? []).sort();
  it.each(refusalCodes)('%s names the same details in zh and en', (code) =>
    expect(names((zh as RefusalTexts)[code].exactly)).toEqual(names((en as RefusalTexts)[code].exactly)),
  );
});
