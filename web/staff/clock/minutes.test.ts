import { minutesOf } from './minutes';

const typed = (text: string) => minutesOf({ choice: 'other', typed: text });

describe('minutes', () => {
  it('are those chosen, whatever was typed before', () =>
    expect(minutesOf({ choice: '3', typed: '45' })).toBe(3));
  it('are those typed', () => expect(typed(' 45 ')).toBe(45));
  it.each(['', '0', '-1', '2.5', '121', '1000', 'x'])('are not "%s"', (text) =>
    expect(typed(text)).toBeNull(),
  );
});
