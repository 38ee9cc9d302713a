import { accepted, around, moment } from '../../test/scene';
import { pledge } from './behaviour';

const step = { id: 'pledge', kind: 'pledge', version: '2026', digest: 'abc' } as const;
const scene = { step, state: {}, around: around() };
const agree = (version: string, digest: string) =>
  pledge.accept(scene, { name: 'pledge.agree', version, digest }, moment(5));

describe('pledge (2.1.3)', () => {
  it('keeps version and digest of what was agreed to', () => {
    const outcome = accepted(agree('2026', 'abc'));
    expect(outcome.done).toBe('done');
    expect(outcome.events).toEqual([{ kind: 'pledge.agreed', details: { version: '2026', digest: 'abc' } }]);
  });

  it.each([
    ['another version', '2025', 'abc'],
    ['another text under the same version', '2026', 'abd'],
  ])('refuses %s', (_what, version, digest) => {
    expect(agree(version, digest)).toMatchObject({ refused: 'PLEDGE_CHANGED' });
  });

  it('shows which pledge is to be read', () => {
    expect(pledge.view(scene)).toEqual({ kind: 'pledge', phase: 'reading', version: '2026', digest: 'abc' });
  });
});
