import type { Mail } from '#protocol/live.schema';
import { createInbox, type Inbox } from './inbox';
import type { Envelope, Letter } from './letters';

const me = { epoch: 7, life: 70, thread: 700 };
const inboxOf = (epoch = 1, now: () => number = () => 0): Inbox => createInbox({ epoch, me, now });

const ease = (level: number): Letter => ({ kind: 'ease', level });
/** The mail numbered `seq` that says `level`. */
const mail = (seq: number, level: number, more: Partial<Envelope> = {}, fromEpoch = 1): Mail => ({
  id: `m${fromEpoch}-${seq}`,
  stageId: 's',
  from: 'a',
  fromEpoch,
  to: 'b',
  body: { life: 10, thread: 1, toEpoch: 7, toLife: null, seq, letters: [ease(level)], ...more },
});
const levels = (letters: readonly Letter[]): number[] =>
  letters.map((letter) => (letter.kind === 'ease' ? letter.level : -1));
const take = (inbox: Inbox, ...mails: Mail[]): number[] =>
  mails.flatMap((one) => levels(inbox.take(one).letters));

describe('mail of one peer', () => {
  it('is read in order, however it arrives', () =>
    expect(take(inboxOf(), mail(2, 12), mail(0, 10), mail(1, 11))).toEqual([10, 11, 12]));
  it('is read once, however often it arrives', () =>
    expect(take(inboxOf(), mail(0, 10), mail(0, 10), mail(1, 11), mail(0, 10))).toEqual([10, 11]));
  it('tells the life of its sender', () => {
    const inbox = inboxOf();
    expect(inbox.life()).toBeNull();
    take(inbox, mail(0, 10));
    expect(inbox.life()).toBe(10);
  });
  it('that cannot be read is dropped', () =>
    expect(inboxOf().take({ ...mail(0, 1), body: 'nonsense' })).toEqual({ letters: [], anew: null }));
});

describe('mail of another life', () => {
  it('of the sender with an older epoch is dropped', () => expect(take(inboxOf(2), mail(0, 10))).toEqual([]));
  it('of the sender with a newer epoch says that he began anew', () =>
    expect(inboxOf(1).take(mail(0, 20, {}, 2))).toEqual({ letters: [], anew: 'joined' }));
  it('of the sender on the same seat says so too', () => {
    const inbox = inboxOf();
    take(inbox, mail(0, 10));
    expect(inbox.take(mail(0, 20, { life: 11 })).anew).toBe('joined');
    expect(take(inbox, mail(1, 9, { life: 9 }))).toEqual([]);
  });
  it('to a former self of this page is dropped', () => {
    expect(take(inboxOf(), mail(0, 10, { toEpoch: 6 }), mail(0, 10, { toLife: 69 }))).toEqual([]);
    expect(take(inboxOf(), mail(0, 10, { toLife: 70 }))).toEqual([10]);
  });
  it('of a sender who meets this page again says so, since he knows nothing of it any more', () => {
    const inbox = inboxOf();
    take(inbox, mail(0, 10), mail(1, 11));
    expect(inbox.take(mail(0, 20, { thread: 2 })).anew).toBe('met');
    expect(inbox.take(mail(0, 20, { thread: 2, toThread: 699 })).anew).toBe('met');
  });
  it('of a new thread starts at its first number, where both have started over already', () => {
    const inbox = inboxOf();
    take(inbox, mail(0, 10), mail(1, 11));
    const taken = inbox.take(mail(0, 20, { thread: 2, toThread: 700 }));
    expect(taken.anew).toBeNull();
    expect(levels(taken.letters)).toEqual([20]);
    expect(take(inbox, mail(2, 12))).toEqual([]);
  });
  it('to a former self is not taken for knowledge of the sender’s thread', () => {
    const inbox = inboxOf();
    take(inbox, mail(3, 13, { toThread: 699 }));
    expect(inbox.thread()).toBeNull();
    inbox.skip();
    expect(inbox.thread()).toBeNull();
    take(inbox, mail(0, 20, { thread: 2, toThread: 700 }));
    expect(inbox.thread()).toBe(2);
  });
});

describe('a missing mail', () => {
  it('is noticed, and forgotten when it comes', () => {
    let now = 100;
    const inbox = inboxOf(1, () => now);
    take(inbox, mail(1, 11));
    now = 200;
    take(inbox, mail(2, 12));
    expect(inbox.gapSince()).toBe(100);
    take(inbox, mail(0, 10));
    expect(inbox.gapSince()).toBeNull();
  });
  it('can be given up', () => {
    const inbox = inboxOf();
    take(inbox, mail(2, 12), mail(3, 13));
    expect(levels(inbox.skip())).toEqual([12, 13]);
    expect(take(inbox, mail(4, 14))).toEqual([14]);
    expect(inbox.skip()).toEqual([]);
  });
});
