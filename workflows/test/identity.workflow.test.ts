import { ApplicationFailure } from '@temporalio/common';
import { decideCase, refusalOf } from './drivers';
import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';
import { verdicts } from './memory-ports';
import { stillKey, submitFace } from './stories';

const onlyFace = flowOf(['face', 'notice']);

describe('face check and identity case on the real server', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  beforeEach(() => {
    hall.store.verdict = () => verdicts.pass;
  });
  afterAll(() => close?.());

  const failOnce = async (sitting: ReturnType<Hall['sitting']>, attemptsLeft: number) => {
    await submitFace(sitting);
    return until(
      () => sitting.state(),
      ({ view: { step } }) =>
        step?.kind === 'face-check' && step.phase === 'failed' && step.attemptsLeft === attemptsLeft,
    );
  };

  it('fails three times, goes on, and a person decides', async () => {
    hall.store.verdict = () => verdicts.noMatch;
    const sitting = hall.sitting(null, onlyFace);
    await sitting.checkIn();
    for (const left of [2, 1, 0]) await failOnce(sitting, left);
    const again = sitting.ask('face', { name: 'face-check.begin', consent: true });
    expect((await refusalOf(again)).code).toBe('NO_ATTEMPTS_LEFT');
    const on = await sitting.ask('face', { name: 'face-check.go-on' });
    expect(on.view).toMatchObject({ stepId: 'notice', identity: 'person-will-look' });
    const caseId = `${sitting.id}.face`;
    await until(
      () => hall.store.cases.get(caseId)?.length,
      (rows) => rows === 1,
    );
    expect(hall.store.cases.get(caseId)?.[0]?.input).toMatchObject({
      reason: 'no-match',
      decidedBy: 'waiting-officer',
      stills: [stillKey(0), stillKey(1), stillKey(2)],
    });
    await decideCase(hall, caseId, 'staff:officer', 'same');
    const decided = await until(
      () => sitting.state(),
      ({ identity }) => identity.status === 'same',
    );
    expect(decided.view.identity).toBe('decided');
    expect(hall.store.cases.get(caseId)?.[1]?.state).toMatchObject({ phase: 'decided', verdict: 'same' });
  });

  it('wants a second person before anybody is "different"', async () => {
    const sitting = hall.sitting(null, onlyFace);
    await sitting.checkIn();
    await sitting.ask('face', { name: 'face-check.by-card' });
    const caseId = `${sitting.id}.face`;
    await until(
      () => hall.store.cases.get(caseId)?.length,
      (rows) => rows === 1,
    );
    const half = await decideCase(hall, caseId, 'staff:a', 'different');
    expect(half).toMatchObject({ phase: 'second-person', firstBy: 'staff:a' });
    expect((await sitting.state()).identity.status).toBe('open');
    const alone = decideCase(hall, caseId, 'staff:a', 'different');
    expect((await refusalOf(alone)).code).toBe('SECOND_PERSON_NEEDED');
    await decideCase(hall, caseId, 'staff:b', 'different');
    await until(
      () => sitting.state(),
      ({ identity }) => identity.status === 'different',
    );
    const late = await refusalOf(decideCase(hall, caseId, 'staff:c', 'same'));
    expect(late).toMatchObject({ code: 'ALREADY_DONE', details: { by: 'staff:b' } });
  });

  it('goes on between the thresholds and still opens a case', async () => {
    hall.store.verdict = () => verdicts.review;
    const sitting = hall.sitting(null, onlyFace);
    await sitting.checkIn();
    await submitFace(sitting);
    const on = await until(
      () => sitting.state(),
      ({ view }) => view.stepId === 'notice',
    );
    expect(on.identity).toMatchObject({ status: 'open', reason: 'review' });
    expect(on.view.steps[0]?.status).toBe('passed-on');
  });

  it('costs no attempt when the models are at fault', async () => {
    hall.store.verdict = () => {
      throw ApplicationFailure.nonRetryable('broken', 'MODEL_FAULT');
    };
    const sitting = hall.sitting(null, onlyFace);
    await sitting.checkIn();
    const failed = await failOnce(sitting, 3);
    expect(failed.view.step).toMatchObject({ reason: 'fault', free: true });
    hall.store.verdict = () => verdicts.pass;
    await submitFace(sitting);
    await until(
      () => sitting.state(),
      ({ identity }) => identity.status === 'passed',
    );
  });
});
