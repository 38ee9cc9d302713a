import type { Mail } from '#protocol/live.schema';
import { createInbox, type Inbox } from './inbox';
import type { Letter } from './letters';

const ease = (level: number): Letter => ({ kind: 'ease', level });
const mail = (seq: number, level: number, fromEpoch = 1, toEpoch = 7): Mail => ({
  id: `m${fromEpoch}-${seq}`,
  stageId: 's',
  from: 'a',
  fromEpoch,
  to: 'b',
  body: { toEpoch, seq, letters: [ease(level)] },
});
const levels = (letters: readonly Letter[]): number[] =>
  letters.map((letter) => (letter.kind === 'ease' ? letter.level : -1));
const take = (inbox: Inbox, ...mails: Mail[]): number[] =>
  mails.flatMap((one) => levels(inbox.take(one).letters));

describe('mail of one peer', () => {
  it('is read in order, however it arrives', () =>
    expect(
      take(
        createInbox(1, 7, () => 0),
        mail(2, 12),
        mail(0, 10),
        mail(1, 11),
      ),
    ).toEqual([10, 11, 12]));
  it('is read once, however often it arrives', () =>
    expect(
      take(
        createInbox(1, 7, () => 0),
        mail(0, 10),
        mail(0, 10),
        mail(1, 11),
        mail(0, 10),
      ),
    ).toEqual([10, 11]));
  it('of a former self of the sender is dropped', () => {
    const inbox = createInbox(2, 7, () => 0);
    expect(take(inbox, mail(0, 10, 1))).toEqual([]);
    expect(take(inbox, mail(0, 20, 2))).toEqual([20]);
  });
  it('to a former self of this page is dropped', () =>
    expect(
      take(
        createInbox(1, 7, () => 0),
        mail(0, 10, 1, 6),
      ),
    ).toEqual([]));
  it('of a sender who began anew starts at its first number', () => {
    const inbox = createInbox(1, 7, () => 0);
    take(inbox, mail(0, 10), mail(1, 11));
    const taken = inbox.take(mail(0, 20, 2));
    expect(taken.newEpoch).toBe(2);
    expect(levels(taken.letters)).toEqual([20]);
    expect(take(inbox, mail(2, 12))).toEqual([]);
  });
  it('that cannot be read is dropped', () =>
    expect(createInbox(1, 7, () => 0).take({ ...mail(0, 1), body: 'nonsense' }).letters).toEqual([]));
});

describe('a missing mail', () => {
  it('is noticed, and forgotten when it comes', () => {
    let now = 100;
    const inbox = createInbox(1, 7, () => now);
    take(inbox, mail(1, 11));
    now = 200;
    take(inbox, mail(2, 12));
    expect(inbox.gapSince()).toBe(100);
    take(inbox, mail(0, 10));
    expect(inbox.gapSince()).toBeNull();
  });
  it('can be given up', () => {
    const inbox = createInbox(1, 7, () => 0);
    take(inbox, mail(2, 12), mail(3, 13));
    expect(levels(inbox.skip())).toEqual([12, 13]);
    expect(take(inbox, mail(4, 14))).toEqual([14]);
    expect(inbox.skip()).toEqual([]);
  });
});
