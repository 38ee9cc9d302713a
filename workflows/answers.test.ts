import { Answers } from './answers';

describe('kept answers', () => {
  it('gives a repeat the first answer', () => {
    const answers = new Answers<{ revision: number }>();
    answers.keep('a', { revision: 1 });
    expect(answers.find('a')).toEqual({ revision: 1 });
    expect(answers.find('b')).toBeNull();
    expect(new Answers(answers.carried()).has('a')).toBe(true);
  });

  it('keeps the last two hundred', () => {
    const answers = new Answers<number>();
    for (let n = 0; n < 250; n += 1) answers.keep(`c${n}`, n);
    expect(answers.carried()).toHaveLength(200);
    expect(answers.has('c49')).toBe(false);
    expect(answers.find('c50')).toBe(50);
  });

  it('stays far below a payload’s limit with long answers', () => {
    const answers = new Answers<string>();
    for (let n = 0; n < 50; n += 1) answers.keep(`c${n}`, 'x'.repeat(10_000));
    expect(JSON.stringify(answers.carried()).length).toBeLessThan(210_000);
    expect(answers.has('c49')).toBe(true);
  });
});
