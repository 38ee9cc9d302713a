import { projectionOf } from './projection';
import { buildStaffView } from './test/views';

const sittingId = '01JD0000000000000000000000';
const project = (given: Parameters<typeof buildStaffView>[2]) =>
  projectionOf(buildStaffView(sittingId, 7, given));
const steps = [{ id: 'face', kind: 'face-check', status: 'now', at: 100 }] as const;

describe('the projection of a sitting', () => {
  test('says which step goes on, in which phase, since it was entered', () => {
    expect(
      project({ view: { steps: [{ id: 'notice', kind: 'notice', status: 'now', at: 100 }] } }),
    ).toMatchObject({
      revision: 7,
      stepKind: 'notice',
      stepPhase: 'reading',
      stepSince: 100,
      endedAt: null,
    });
  });

  test('counts a comparison of faces since it began, so that those before it can be counted', () => {
    const step = {
      kind: 'face-check',
      phase: 'comparing',
      attempts: 3,
      attemptsLeft: 3,
      since: 500,
    } as const;
    const view = { stepId: 'face', steps: [...steps], step };
    expect(project({ view })).toMatchObject({
      stepKind: 'face-check',
      stepPhase: 'comparing',
      stepSince: 500,
    });
  });

  test('counts an invited candidate since the invitation, one in the queue since he entered it', () => {
    const queued = { kind: 'waiting', phase: 'queued', enteredAt: 200, deferrals: 1, missed: 0 } as const;
    const invited = {
      ...queued,
      phase: 'invited',
      by: 'staff:x',
      invitedAt: 300,
      expiresAt: 420,
      remindAt: 360,
      moreTimeGiven: false,
    } as const;
    expect(project({ queueKey: '1', view: { step: queued } })).toMatchObject({
      stepSince: 200,
      queueKey: '1',
    });
    expect(project({ view: { step: invited } })).toMatchObject({ stepPhase: 'invited', stepSince: 300 });
  });

  test('of one that is over names no step, and of one reopened no end', () => {
    const over = { at: 900, by: 'staff:x', cause: 'staff' } as const;
    const ended = project({ view: { phase: 'over', over, step: null, stepId: null } });
    expect(ended).toMatchObject({ endedAt: 900, stepKind: null, stepPhase: null, stepSince: null });
    expect(project({})).toMatchObject({ endedAt: null });
  });

  test('carries the state of the identity', () => {
    const identity = { status: 'open', caseId: 'x.face', reason: 'no-match', attemptsUsed: 3 } as const;
    expect(project({ identity })).toMatchObject({ identityStatus: 'open' });
  });
});
