import { ulid } from 'ulid';
import { AuditEntry } from '#models/audit-entry';
import { RoomOrderRow } from '#models/room-order';
import { Sitting } from '#models/sitting';
import { arrive, staffOf, type TestCandidate } from '../test/day';
import { startHall, until, type TestHall } from '../test/start-hall';
import { onlineStep, openWrittenDay, paperYaml, placePaper, type WrittenDay } from './test/written-day';

let hall: TestHall;
beforeAll(async () => {
  hall = await startHall();
});
afterAll(async () => hall.close());

const choice = (name: string, at = Date.now()) => ({
  value: { kind: 'single' as const, choice: name },
  marked: false,
  at,
});
const essay = (text: string, at = Date.now()) => ({
  value: { kind: 'essay' as const, blocks: [{ kind: 'p' as const, runs: [{ text }] }] },
  marked: true,
  at,
});
type Changes = Record<string, ReturnType<typeof choice> | ReturnType<typeof essay>>;
const save = (candidate: TestCandidate, base: number, changes: Changes, saveId = ulid()) =>
  candidate.browser.call('saveAnswers', {
    body: { epoch: candidate.epoch, stepId: 'paper', base, saveId, changes },
  });

/** A candidate with the paper before him. */
async function writing(day: WrittenDay): Promise<TestCandidate> {
  const candidate = await (await arrive(hall, day.room)).enter();
  await day.order({ kind: 'dispatch', paper: 'paper' });
  await candidate.lookUntil(({ step }) => step?.kind === 'paper' && step.phase === 'open');
  return candidate;
}
const dayWithPaper = async () => {
  const day = await openWrittenDay(hall, onlineStep);
  await placePaper(day, 'paper.yaml', paperYaml);
  return day;
};

describe('2.2.1 b: a paper answered on screen', () => {
  it('is shown to nobody before its dispatch, then to all, and to a late comer on the same clock', async () => {
    const day = await dayWithPaper();
    const candidate = await (await arrive(hall, day.room)).enter();
    expect((await candidate.browser.call('readPaper')).refused).toBe('NOT_NOW');
    expect((await save(candidate, 0, { q1: choice('A') })).refused).toBe('NOT_NOW');
    await day.order({ kind: 'dispatch', paper: 'paper' });
    const { body } = await until(
      () => candidate.browser.call('readPaper'),
      ({ refused }) => refused === undefined,
    );
    expect(body.paper).toMatchObject({ form: 'questions', stepId: 'paper' });
    expect(JSON.stringify(body)).not.toMatch(/accept|"key"|rubric|"right"|partial/);
    const late = await (await arrive(hall, day.room)).enter();
    await late.lookUntil(({ step }) => step?.kind === 'paper' && step.phase === 'open');
    const first = await candidate.lookUntil(({ clock }) => clock !== null);
    expect(late.view?.clock?.deadlineAt).toBe(first?.clock?.deadlineAt);
    expect((await late.browser.call('readPaper')).refused).toBeUndefined();
  });

  it('opens at a set time by the server’s clock, and the row alone lets it be read', async () => {
    const day = await dayWithPaper();
    const candidate = await (await arrive(hall, day.room)).enter();
    const at = Date.now() + 3_600_000;
    await day.order({ kind: 'dispatch', paper: 'paper', at });
    await until(
      () => hall.source.getRepository(RoomOrderRow).countBy({ roomId: day.room.id }),
      (orders) => orders === 1,
    );
    const early = await candidate.browser.call('readPaper');
    expect([early.refused, early.details]).toEqual(['NOT_NOW', { opensAt: at }]);
    await hall.stopWorker();
    try {
      hall.clock.now = () => at + 1;
      expect((await candidate.browser.call('readPaper')).refused).toBeUndefined();
      expect((await save(candidate, 0, { q1: choice('B') })).body).toMatchObject({ revision: 1 });
    } finally {
      hall.clock.now = () => Date.now();
      await hall.startWorker();
    }
  });

  it('takes saves in their order, and a repeat for what it was', async () => {
    const candidate = await writing(await dayWithPaper());
    const saveId = ulid();
    expect((await save(candidate, 0, { q1: choice('A') }, saveId)).body).toMatchObject({ revision: 1 });
    expect((await save(candidate, 0, { q1: choice('A') }, saveId)).body).toMatchObject({ revision: 1 });
    expect((await save(candidate, 1, { white: essay('留白') })).body).toMatchObject({ revision: 2 });
    const { body } = await candidate.browser.call('readAnswers');
    expect(body).toMatchObject({ revision: 2, answers: { q1: choice('A', expect.any(Number)) } });
    expect(body.answers['white']).toMatchObject({ marked: true, value: { kind: 'essay' } });
  });

  it('tells a page that is behind what the server has, so that it can merge', async () => {
    const candidate = await writing(await dayWithPaper());
    await save(candidate, 0, { q1: choice('A') });
    const behind = await save(candidate, 0, { white: essay('two tabs') });
    expect(behind.refused).toBe('CONFLICT');
    expect(behind.details['saved']).toMatchObject({
      revision: 1,
      answers: { q1: { value: { choice: 'A' } } },
    });
    expect((await save(candidate, 1, { white: essay('two tabs') })).body).toMatchObject({ revision: 2 });
  });

  it('lets one of two hurried saves through and loses neither', async () => {
    const candidate = await writing(await dayWithPaper());
    const both = await Promise.all([
      save(candidate, 0, { q1: choice('A') }),
      save(candidate, 0, { white: essay('x') }),
    ]);
    expect(both.map(({ refused }) => refused ?? 'saved').toSorted()).toEqual(['CONFLICT', 'saved']);
  });

  it('empties an answer that is emptied', async () => {
    const candidate = await writing(await dayWithPaper());
    await save(candidate, 0, { q1: choice('A') });
    const emptied = { value: null, marked: false, at: Date.now() } as never;
    await save(candidate, 1, { q1: emptied });
    const { body } = await candidate.browser.call('readAnswers');
    expect(body.answers['q1']?.value).toBeNull();
  });

  it('refuses what the paper does not ask, and answers of another kind', async () => {
    const candidate = await writing(await dayWithPaper());
    expect((await save(candidate, 0, { q99: choice('A') })).refused).toBe('NO_SUCH_QUESTION');
    expect((await save(candidate, 0, { q1: essay('x') })).refused).toBe('NO_SUCH_QUESTION');
  });

  it('refuses the device that was taken over from, in the statement itself', async () => {
    const candidate = await writing(await dayWithPaper());
    const older = candidate.epoch;
    await candidate.browser.call('claimPosition', { body: { deviceId: ulid(), takeOver: true } });
    candidate.epoch = older;
    expect((await save(candidate, 0, { q1: choice('A') })).refused).toBe('SUPERSEDED');
  });

  it('judges by the projected deadline or an extension on its way, whichever is later', async () => {
    const day = await dayWithPaper();
    const candidate = await writing(day);
    const { paperUntil } = await hall.source
      .getRepository(Sitting)
      .findOneByOrFail({ id: candidate.sittingId });
    const until_ = Number(paperUntil);
    await hall.stopWorker();
    try {
      hall.clock.now = () => until_;
      expect((await save(candidate, 0, { q1: choice('A') })).body).toMatchObject({ revision: 1 });
      hall.clock.now = () => until_ + 1;
      const late = await save(candidate, 1, { q1: choice('B') });
      expect([late.refused, late.details]).toEqual(['TOO_LATE', { closedAt: until_ }]);
      const { lastSeq } = await lastOrder(day);
      await hall.source.getRepository(RoomOrderRow).insert({
        ...{
          roomId: day.room.id,
          seq: lastSeq + 1,
          toSitting: null,
          kind: 'extend',
          effectiveAt: until_ - 5,
        },
        ...{ byWhom: 'system', body: { kind: 'extend', ms: 60_000, reason: 'for this test' } },
      });
      expect((await save(candidate, 1, { q1: choice('B') })).body).toMatchObject({ revision: 2 });
      hall.clock.now = () => until_ + 60_001;
      expect((await save(candidate, 2, { q1: choice('C') })).refused).toBe('TOO_LATE');
    } finally {
      hall.clock.now = () => Date.now();
      await hall.startWorker();
    }
  });

  it('is handed in as it was saved last, and nothing is taken afterwards', async () => {
    const day = await dayWithPaper();
    const candidate = await writing(day);
    await candidate.must({ name: 'paper.open' });
    await save(candidate, 0, { q1: choice('B'), white: essay('六百字') });
    await candidate.must({ name: 'paper.hand-in' });
    await candidate.lookUntil(({ phase }) => phase === 'over');
    expect(['TOO_LATE', 'NOT_NOW']).toContain((await save(candidate, 1, { q1: choice('C') })).refused);
    const { body: receipt } = await candidate.browser.call('readReceipt');
    const handedIn = receipt.items.find(({ kind }) => kind === 'paper.handed-in');
    expect(handedIn?.collected).toMatchObject({ mode: 'online', revision: 1 });
    const examiner = await staffOf(hall, 'examiner', day.room);
    const params = { sittingId: candidate.sittingId, stepId: 'paper' };
    const { body: read } = await examiner.call('readSittingAnswers', { params });
    expect(read).toMatchObject({ sealed: true, saved: { revision: 1 }, revisions: expect.anything() });
    expect(read.marks).toEqual([
      { question: 'q1', points: 5, of: 5, key: 'B' },
      { question: 'q2', points: 0, of: 5, key: 'A B' },
      { question: 'q3', points: 0, of: 4, key: '3.14 | 3.1416; 2.718' },
    ]);
    expect(await hall.source.getRepository(AuditEntry).countBy({ action: 'answers.read' })).toBeGreaterThan(
      0,
    );
  });

  it('is collected from everybody by the room, as it was saved last', async () => {
    const day = await dayWithPaper();
    const candidate = await writing(day);
    await save(candidate, 0, { white: essay('half a sen') });
    await day.order({ kind: 'collect', paper: 'paper', reason: 'time' });
    const view = await candidate.lookUntil(({ phase }) => phase === 'over');
    expect(view?.over?.cause).toBe('staff');
    const { body } = await day.invigilator.call('roomPapers', {
      params: { roomId: day.room.id, stepId: 'paper' },
    });
    expect(body).toMatchObject({ mode: 'online', questions: 4 });
    expect(body.rows).toMatchObject([
      { online: { revision: 1, answered: 1 }, handedIn: { cause: 'staff' }, phase: null },
    ]);
  });

  it('shows the invigilator who has opened it and who has saved', async () => {
    const day = await dayWithPaper();
    const candidate = await writing(day);
    const idle = await (await arrive(hall, day.room)).enter();
    await idle.lookUntil(({ step }) => step?.kind === 'paper' && step.phase === 'open');
    await candidate.must({ name: 'paper.open' });
    const emptied = { value: null, marked: true, at: Date.now() } as never;
    await save(candidate, 0, { q1: choice('A'), q2: emptied });
    const rows = await until(
      async () =>
        (await day.invigilator.call('roomPapers', { params: { roomId: day.room.id, stepId: 'paper' } })).body
          .rows,
      (seen) => seen.some(({ openedAt }) => openedAt !== null),
    );
    const rowOf = (one: TestCandidate) => rows.find(({ sittingId }) => sittingId === one.sittingId);
    expect(rowOf(candidate)).toMatchObject({
      phase: 'open',
      online: { revision: 1, answered: 1 },
      handedIn: null,
    });
    expect(rowOf(idle)).toMatchObject({ phase: 'open', online: null, openedAt: null });
  });
});

describe('papers of an exam', () => {
  it('are previewed by the right role alone, and every look is recorded', async () => {
    const day = await openWrittenDay(hall, onlineStep);
    const paperId = await placePaper(day, 'paper.yaml', paperYaml);
    const params = { examId: day.room.examId, paperId };
    expect((await day.invigilator.call('previewPaper', { params })).refused).toBe('NOT_ALLOWED');
    const { body } = await day.admin.call('previewPaper', { params });
    expect(body).toMatchObject({ paper: { form: 'questions' }, looks: 1 });
    expect(JSON.stringify(body)).not.toMatch(/accept|"key"|rubric/);
    expect((await day.admin.call('previewPaper', { params })).body.looks).toBe(2);
  });

  it('stay with their step once a candidate has drawn', async () => {
    const day = await dayWithPaper();
    const candidate = await writing(day);
    await candidate.browser.call('readPaper');
    const attached = await day.admin.call('attachPapers', {
      params: { examId: day.room.examId, stepId: 'paper' },
      body: { paperIds: [] },
    });
    expect(attached.refused).toBe('ALREADY_DONE');
    const { body } = await day.admin.call('listPapers', { params: { examId: day.room.examId } });
    expect(body.steps).toMatchObject([{ stepId: 'paper', mode: 'online', drawn: 1 }]);
  });

  it('without one the candidate waits and is told so', async () => {
    const candidate = await writing(await openWrittenDay(hall, onlineStep));
    expect((await candidate.browser.call('readPaper')).refused).toBe('NO_PAPER');
  });

  it('with several equivalent ones each candidate draws one, recorded, and keeps it', async () => {
    const day = await openWrittenDay(hall, onlineStep);
    const one = await placePaper(day, 'one.yaml', paperYaml);
    const other = await placePaper(day, 'two.yaml', Buffer.from(String(paperYaml).replace('x^2', 'x^3')));
    await day.admin.call('attachPapers', {
      params: { examId: day.room.examId, stepId: 'paper' },
      body: { paperIds: [one, other] },
    });
    const candidate = await writing(day);
    const read = async () => JSON.stringify((await candidate.browser.call('readPaper')).body.paper);
    const first = await read();
    expect((await read()).replace(/"url":"[^"]*"/g, '')).toBe(first.replace(/"url":"[^"]*"/g, ''));
    const [row] = await hall.source.query('SELECT choices, seed FROM paper_draws WHERE sitting_id = ?', [
      candidate.sittingId,
    ]);
    expect(row).toMatchObject({ choices: 2, seed: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

async function lastOrder(day: WrittenDay): Promise<{ lastSeq: number }> {
  const lastSeq = await hall.source.getRepository(RoomOrderRow).maximum('seq', { roomId: day.room.id });
  return { lastSeq: lastSeq ?? 0 };
}
