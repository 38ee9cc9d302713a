import { faceCheck } from './behaviour';
import type { FaceCheckState } from './state';
import { PICTURE_REASONS } from '#protocol/face';
import type { FaceVerdict } from '#protocol/face';
import { accepted, around, kinds, moment } from '../../test/scene';

const step = {
  id: 'face',
  kind: 'face-check',
  attempts: 3,
  challenges: 2,
  secondsPerChallenge: 20,
  decidedBy: 'waiting-officer',
} as const;
const scene = (state: FaceCheckState) => ({ step, state, around: around() });
const fresh = faceCheck.enter(step, around(), moment(0)).state;
const evidence = {
  toRegistered: 0.9,
  farthestFrame: 0.1,
  bestFrame: 1,
  decidedAt: null,
  modelVersion: 'm',
  thresholdVersion: 't',
};

const begin = (state: FaceCheckState, at = 1_000, random = () => 0.5) =>
  faceCheck.accept(
    scene(state),
    { name: 'face-check.begin', consent: true },
    moment(at, 'candidate', { random }),
  );
const begun = (state: FaceCheckState = fresh, at = 1_000) => accepted(begin(state, at)).state;
const nonceOf = (state: FaceCheckState) => (state.phase === 'challenge' ? state.nonce : '');
const frames = [
  { pose: 'front' as const, keys: ['key-front-000001', 'key-front-000002'] },
  { pose: 'turn-left' as const, keys: ['key-left-0000001'] },
];
const submit = (state: FaceCheckState, at = 2_000, nonce = nonceOf(state)) =>
  faceCheck.accept(scene(state), { name: 'face-check.submit', nonce, frames }, moment(at));
const comparing = (state: FaceCheckState = fresh) => accepted(submit(begun(state))).state;
const say = (state: FaceCheckState, verdict: FaceVerdict, nonce = 'nonce' in state ? state.nonce : '') =>
  faceCheck.onResult(scene(state), { kind: 'face-verdict', nonce, verdict }, moment(3_000, 'system'));
const failed = (state: FaceCheckState = fresh) =>
  accepted(say(comparing(state), { outcome: 'no-match', evidence })).state;
const goOn = (state: FaceCheckState, at = 4_000) =>
  faceCheck.accept(scene(state), { name: 'face-check.go-on' }, moment(at));
const byCard = (state: FaceCheckState) =>
  faceCheck.accept(scene(state), { name: 'face-check.by-card' }, moment(4_000));
const leftIn = (state: FaceCheckState) => {
  const view = faceCheck.view(scene(state));
  return view.kind === 'face-check' ? view.attemptsLeft : null;
};

describe('face check (2.1.5)', () => {
  it('begins with notice and consent, before any picture', () => {
    expect(faceCheck.view(scene(fresh))).toEqual({
      kind: 'face-check',
      phase: 'notice',
      attempts: 3,
      attemptsLeft: 3,
    });
    expect(submit(fresh)).toEqual({ refused: 'NOT_NOW' });
    expect(goOn(fresh)).toEqual({ refused: 'NOT_NOW' });
  });

  it('lets the server draw different challenges in an order of its own, with a nonce and a time limit', () => {
    const drawn = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      let draws = seed;
      const random = () => ((draws = (draws * 16_807 + 11) % 2_147_483_647) % 1_000) / 1_000;
      const { state } = accepted(begin(fresh, 1_000, random));
      if (state.phase !== 'challenge') throw new Error('no challenge');
      expect(new Set(state.challenges).size).toBe(2);
      expect(state.nonce).toMatch(/^[0-9a-f]{32}$/);
      expect(state.deadlineAt).toBe(1_000 + 3 * 20_000);
      drawn.add(state.challenges.join());
    }
    expect(drawn.size).toBe(6);
  });

  it('gives the same challenge again after a reload, so that nobody draws until he likes it', () => {
    const state = begun();
    expect(begin(state, 5_000, () => 0.9)).toEqual({ state, events: [] });
  });

  it('refuses pictures of another attempt and pictures after its time', () => {
    const state = begun();
    expect(submit(state, 2_000, 'another')).toEqual({ refused: 'CHALLENGE_EXPIRED' });
    expect(submit(state, 61_000)).toMatchObject({ state: { phase: 'comparing' } });
    expect(submit(state, 61_001)).toEqual({ refused: 'CHALLENGE_EXPIRED' });
    expect(accepted(begin(state, 61_001)).state).toMatchObject({ phase: 'challenge', deadlineAt: 121_001 });
  });

  it('asks the models for exactly what was asked and handed in', () => {
    const state = begun();
    const outcome = accepted(submit(state));
    expect(outcome.effects).toEqual([
      {
        kind: 'compare-face',
        nonce: nonceOf(state),
        asked: state.phase === 'challenge' ? state.challenges : [],
        frames,
      },
    ]);
    expect(JSON.stringify(outcome.events)).not.toContain('key-front');
  });

  it('takes nothing else while it compares', () => {
    const refused = { refused: 'STILL_COMPARING', details: { since: 2_000, until: 62_000 } };
    expect(begin(comparing())).toEqual(refused);
    expect(submit(comparing())).toEqual(refused);
    expect(byCard(comparing())).toEqual(refused);
    expect(goOn(comparing())).toEqual(refused);
  });

  it('lets the candidate go on when our comparing takes longer than a minute', () => {
    const outcome = accepted(goOn(comparing(), 62_000));
    expect(outcome).toMatchObject({ done: 'passed-on', identity: { reason: 'fault', attemptsUsed: 0 } });
  });

  it('goes on when the models say it is the same person', () => {
    const outcome = accepted(say(comparing(), { outcome: 'pass', evidence }));
    expect(outcome.done).toBe('done');
    expect(outcome.identity).toEqual({ status: 'passed', attemptsUsed: 0 });
    expect(outcome.effects).toBeUndefined();
  });

  it('goes on between the thresholds, and a person looks', () => {
    const outcome = accepted(say(comparing(), { outcome: 'review', reason: 'uncertain-likeness', evidence }));
    expect(outcome.done).toBe('passed-on');
    expect(outcome.effects).toMatchObject([{ kind: 'open-identity-case', reason: 'review' }]);
  });

  it.each([...PICTURE_REASONS, 'not-live', 'challenge-missed', 'wrong-order', 'swapped'] as const)(
    'costs one attempt for %s and says why',
    (reason) => {
      const outcome = accepted(say(comparing(), { outcome: 'unusable', reason, missed: null, evidence }));
      expect(outcome.done).toBeUndefined();
      expect(faceCheck.view(scene(outcome.state))).toMatchObject({
        phase: 'failed',
        reason,
        free: false,
        attemptsLeft: 2,
      });
    },
  );

  it('offers two ways from the first failure: again, or go on', () => {
    const state = failed();
    expect(accepted(begin(state)).state.phase).toBe('challenge');
    const outcome = accepted(goOn(state));
    expect(outcome.done).toBe('passed-on');
    expect(outcome.effects).toMatchObject([
      { kind: 'open-identity-case', reason: 'no-match', decidedBy: 'waiting-officer' },
    ]);
  });

  it('only goes on when no attempt is left', () => {
    const state = failed(failed(failed()));
    expect(leftIn(state)).toBe(0);
    expect(begin(state)).toEqual({ refused: 'NO_ATTEMPTS_LEFT' });
    expect(accepted(goOn(state))).toMatchObject({ done: 'passed-on', identity: { attemptsUsed: 3 } });
  });

  it('never costs an attempt when time runs out or a part of ours fails', () => {
    const late = faceCheck.onDeadline(scene(begun()), moment(64_000, 'system')).state;
    expect(faceCheck.view(scene(late))).toMatchObject({ reason: 'timed-out', free: true, attemptsLeft: 3 });
    const state = comparing();
    const nonce = 'nonce' in state ? state.nonce : '';
    const fault = accepted(
      faceCheck.onResult(scene(state), { kind: 'face-fault', nonce, code: 'MODEL_FAULT' }, moment(3_000)),
    );
    expect(faceCheck.view(scene(fault.state))).toMatchObject({
      reason: 'fault',
      free: true,
      attemptsLeft: 3,
    });
    expect(kinds(fault)).toEqual(['face-check.fault']);
    expect(accepted(begin(fault.state)).state.phase).toBe('challenge');
    expect(accepted(goOn(fault.state)).done).toBe('passed-on');
  });

  it('takes the ID card before any capture, with the same weight', () => {
    const outcome = accepted(byCard(fresh));
    expect(outcome.done).toBe('passed-on');
    expect(outcome.effects).toEqual([
      { kind: 'open-identity-case', reason: 'by-card', decidedBy: 'waiting-officer', stills: [] },
    ]);
  });

  it('hands the stills of every attempt to the person who looks, each once', () => {
    const outcome = accepted(goOn(failed(failed())));
    expect(outcome.effects).toMatchObject([
      { stills: ['key-front-000001', 'key-front-000002', 'key-left-0000001'] },
    ]);
  });

  it('drops a verdict on another attempt', () => {
    const state = comparing();
    expect(say(state, { outcome: 'pass', evidence }, 'another')).toEqual({ refused: 'NOT_NOW' });
    expect(say(failed(), { outcome: 'pass', evidence })).toEqual({ refused: 'NOT_NOW' });
  });

  it('never shows keys of stills to the page', () => {
    for (const state of [failed(), comparing(), begun(failed())]) {
      expect(JSON.stringify(faceCheck.view(scene(state)))).not.toContain('key-');
    }
  });
});
