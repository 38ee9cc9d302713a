import { takeDecision } from './identity-case/decision';
import type { IdentityCaseState } from './messages';
import { isRefusal } from './protocol/refusals';

const open: IdentityCaseState = {
  caseId: 'S.face',
  phase: 'open',
  firstBy: null,
  verdict: null,
  decidedBy: null,
  decidedAt: null,
};
const say = (state: IdentityCaseState, verdict: 'same' | 'different' | 'unsure', by: string, at = 5) =>
  takeDecision(state, { verdict, by, receivedAt: at });
const accepted = (answer: ReturnType<typeof say>) => {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};

describe('an identity case', () => {
  it.each(['same', 'unsure'] as const)('is decided by one person: %s', (verdict) => {
    expect(say(open, verdict, 'staff:a')).toMatchObject({
      phase: 'decided',
      verdict,
      decidedBy: 'staff:a',
      decidedAt: 5,
    });
  });

  it('wants a second person for "different", and another than the first', () => {
    const half = accepted(say(open, 'different', 'staff:a'));
    expect(half).toMatchObject({ phase: 'second-person', firstBy: 'staff:a', decidedBy: null });
    expect(say(half, 'different', 'staff:a')).toMatchObject({ refused: 'SECOND_PERSON_NEEDED' });
    expect(say(half, 'different', 'staff:b')).toMatchObject({ phase: 'decided', decidedBy: 'staff:b' });
  });

  it('lets the second person, or the first thinking again, decide otherwise', () => {
    const half = accepted(say(open, 'different', 'staff:a'));
    expect(say(half, 'same', 'staff:b')).toMatchObject({ phase: 'decided', verdict: 'same' });
    expect(say(half, 'unsure', 'staff:a')).toMatchObject({ phase: 'decided', verdict: 'unsure' });
  });

  it('tells the second who decides who was first', () => {
    const decided = accepted(say(open, 'same', 'staff:a'));
    expect(say(decided, 'different', 'staff:b')).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:a', at: 5 },
    });
  });
});
