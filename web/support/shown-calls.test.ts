import { callsShown, wantsAnswer } from './shown-calls';
import type { CallLine } from './use-calls';

const report: CallLine['report'] = {
  ...{ position: 1, stepId: null, device: null, faults: [], lacks: [] },
  ...{ browser: '', screen: '', language: 'zh' },
};

const line = (id: string, given: Partial<CallLine> = {}): CallLine => ({
  ...{
    id,
    sittingId: id,
    examTitle: { zh: '面试', en: 'Interview' },
    room: { zh: '一', en: 'One' },
    stepTitle: null,
  },
  ...{ candidate: { name: '张三', ticket: '1' }, openedAt: 1, reportedAt: 1 },
  report,
  ...{ takenBy: null, closed: null, last: null },
  ...given,
});
const me = { staffId: 'me', name: '王工' };
const calls = [
  line('a', { takenBy: me, last: { text: '还是不行', fromCandidate: true, at: 2 } }),
  line('b'),
  line('c', { takenBy: { staffId: 'other', name: '赵工' } }),
  line('d', { closed: { at: 3, by: null, note: null } }),
];
const ids = (shown: Parameters<typeof callsShown>[1]) => callsShown(calls, shown, 'me').map(({ id }) => id);

describe('the calls that are shown', () => {
  it('are all open ones, oldest first', () => expect(ids('open')).toEqual(['a', 'b', 'c']));
  it('are my own', () => expect(ids('mine')).toEqual(['a']));
  it('are the closed ones', () => expect(ids('closed')).toEqual(['d']));
  it('want an answer while nobody has taken them, or mine while the candidate spoke last', () =>
    expect(calls.map((call) => wantsAnswer(call, 'me'))).toEqual([true, true, false, false]));
});
