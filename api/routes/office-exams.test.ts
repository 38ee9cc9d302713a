import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { ExamForm } from '#contract/office-exams';
import { AuditEntry } from '#models/audit-entry';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { buildRoom, buildStaff } from '../../models/test/factories';
import { createBrowser, type Browser } from '../test/browser';
import { enrol, signInCandidate, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

const hour = 3_600_000;
const pair = (text: string) => ({ zh: text, en: text });

let api: TestApi;
let admin: Awaited<ReturnType<typeof signInStaff>>;
let flowVersionId: string;
beforeAll(async () => {
  api = await startApi();
  admin = await signInStaff(api.url, api.source, 'admin', [], { examId: null, name: '王管理' });
  const yaml = await readFile(join(__dirname, '../../flows/interview.yaml'), 'utf8');
  flowVersionId = (await admin.call('publishFlow', { body: { key: 'interview', yaml } })).body.id;
});
afterAll(async () => api.close());

const form = (given: Partial<ExamForm> = {}): ExamForm => ({
  ...{ code: `X${ulid()}`, title: pair('面试'), institution: pair('某学院'), notices: pair('') },
  ...{ backupText: pair('请致电'), phone: '010-5555 0100', timeZone: 'Asia/Shanghai' },
  ...{ opensAt: Date.now() - hour, entryClosesAt: Date.now() + hour, closesAt: Date.now() + 2 * hour },
  ...{ flowVersionId, videoProvider: 'direct', retentionDays: 180 },
  ...given,
});
const create = async (given: Partial<ExamForm> = {}) =>
  (await admin.call('createExam', { body: form(given) })).body;
const withRoom = async (examId: string, roles: readonly ('waiting-officer' | 'chief-examiner')[]) => {
  const staff = await Promise.all(roles.map((role) => buildStaff(api.source, { role, examId: null })));
  const rooms = [{ id: null, name: pair('第一考场'), staffIds: staff.map(({ id }) => id) }];
  const { body } = await admin.call('setRooms', { params: { examId }, body: { rooms } });
  return api.source.getRepository(Room).findOneByOrFail({ id: body.rooms[0]?.id ?? '' });
};
/** A draft of which nothing is missing. */
const ready = async (given: Partial<ExamForm> = {}) => {
  const exam = await create(given);
  const room = await withRoom(exam.id, ['chief-examiner']);
  return { exam, room, enrolled: await enrol(api.source, room) };
};
const open = (examId: string) => admin.call('setExamState', { params: { examId }, body: { state: 'open' } });
const close = (examId: string) =>
  admin.call('setExamState', { params: { examId }, body: { state: 'closed' } });
/** Holds his position: the workflow is not there to hear of it, but the row says so. */
const atTheDoor = async (candidate: Browser) => {
  await candidate.call('claimPosition', { body: { deviceId: ulid(), takeOver: false } });
  return { commandId: ulid(), epoch: 1 };
};
const begin = (sittingId: string) =>
  api.source.getRepository(Sitting).update({ id: sittingId }, { startedAt: Date.now() });
const stopping = (answer: { body: { obstacles: readonly { code: string; stops: boolean }[] } }) =>
  answer.body.obstacles.filter(({ stops }) => stops).map(({ code }) => code);
const read = (examId: string) => admin.call('readExam', { params: { examId } });

describe('an exam from nothing', () => {
  it('is a draft with everything that was filled in, and says what is missing', async () => {
    const wanted = form({ flowVersionId: null });
    const made = await admin.call('createExam', { body: wanted });
    expect(made.body).toMatchObject({ state: 'draft', form: wanted, flow: null, rooms: [] });
    expect(stopping(made)).toEqual(['no-flow', 'no-room', 'no-candidates']);
    expect((await admin.call('listExams')).body.exams.map(({ id }) => id)).toContain(made.body.id);
  });

  it('names every fault of the form at once, and stores nothing', async () => {
    const before = (await admin.call('listExams')).body.exams.length;
    const now = Date.now();
    const answer = await admin.call('createExam', {
      body: form({
        ...{ code: '考试', title: { zh: '', en: '' }, phone: 'x', timeZone: 'Mars/Olympus' },
        ...{ opensAt: now, entryClosesAt: now - 1, closesAt: now - 2, videoProvider: 'jitsi' },
        ...{ flowVersionId: ulid(), retentionDays: 0 },
      }),
    });
    expect([answer.status, answer.refused]).toEqual([422, 'FORM_FAULTY']);
    const fields = (answer.details['faults'] as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual([
      ...['code', 'title.zh', 'title.en', 'phone', 'timeZone', 'entryClosesAt', 'closesAt'],
      ...['videoProvider', 'retentionDays', 'flowVersionId'],
    ]);
    expect((await admin.call('listExams')).body.exams).toHaveLength(before);
  });

  it('has a code of its own', async () => {
    const { form: first } = await create();
    const second = await admin.call('createExam', { body: form({ code: first.code }) });
    expect(second.details['faults']).toMatchObject([{ field: 'code' }]);
  });

  it('is made by administrators of the whole installation only', async () => {
    const { room } = await ready();
    const theirs = await signInStaff(api.url, api.source, 'admin', [], { examId: room.examId });
    expect((await theirs.call('createExam', { body: form() })).refused).toBe('NOT_ALLOWED');
    expect((await theirs.call('listExams')).body.exams.map(({ id }) => id)).toEqual([room.examId]);
  });
});

describe('opening', () => {
  it('wants somebody in every room for each decision of the flow', async () => {
    const exam = await create();
    const room = await withRoom(exam.id, []);
    await enrol(api.source, room);
    const lacking = await read(exam.id);
    expect(stopping(lacking)).toEqual(['nobody-decides', 'nobody-invites', 'nobody-examines']);
    expect(lacking.body.obstacles[0]).toMatchObject({
      room: pair('第一考场'),
      roles: expect.arrayContaining(['chief-examiner']),
    });
    const refused = await open(exam.id);
    expect([refused.status, refused.refused]).toEqual([409, 'EXAM_NOT_READY']);
    expect(refused.details['obstacles']).toHaveLength(3);
    expect((await read(exam.id)).body.state).toBe('draft');
  });

  it('is refused when the exam is over before it begins', async () => {
    const past = Date.now() - 3 * hour;
    const { exam } = await ready({ opensAt: past, entryClosesAt: past + 1, closesAt: past + 2 });
    expect((await open(exam.id)).details['obstacles']).toMatchObject([{ code: 'dates-past' }]);
  });

  it('lets candidates in, who were told to come later before', async () => {
    const { exam, enrolled } = await ready();
    const candidate = await signInCandidate(api.url, enrolled);
    const body = await atTheDoor(candidate);
    expect((await candidate.call('checkIn', { body })).refused).toBe('TOO_EARLY');
    const opened = await open(exam.id);
    expect(opened.body.state).toBe('open');
    // Temporal is away here: whoever is let in hears that.
    expect((await candidate.call('checkIn', { body })).refused).toBe('UNAVAILABLE');
  });

  it('happens once when two do it', async () => {
    const { exam } = await ready();
    const answers = await Promise.all([open(exam.id), open(exam.id)]);
    expect(answers.map(({ refused }) => refused ?? 'opened').toSorted()).toEqual(['NOT_NOW', 'opened']);
  });

  it('advises of candidates without passcode or photo, and opens nevertheless', async () => {
    const { exam } = await ready();
    expect((await read(exam.id)).body.obstacles).toMatchObject([
      { code: 'no-photos', stops: false, count: 1 },
    ]);
    expect((await open(exam.id)).status).toBe(200);
  });
});

describe('an exam in which somebody has begun', () => {
  it('keeps what running sittings carry, and changes in other things', async () => {
    const { exam, enrolled } = await ready();
    await open(exam.id);
    await begin(enrolled.sitting.id);
    const params = { examId: exam.id };
    const later = { ...exam.form, closesAt: exam.form.closesAt + hour, code: `Y${ulid()}` };
    const refused = await admin.call('changeExam', { params, body: later });
    expect([refused.refused, refused.details]).toEqual(['EXAM_UNDER_WAY', { fields: ['code', 'closesAt'] }]);
    const dates = { opensAt: Date.now(), entryClosesAt: Date.now() + 1, closesAt: Date.now() + 2 };
    const moved = await admin.call('postponeExam', { params, body: { ...dates, reason: '停电' } });
    expect(moved.refused).toBe('EXAM_UNDER_WAY');
    const renamed = await admin.call('changeExam', {
      params,
      body: { ...exam.form, phone: '010-5555 0199' },
    });
    expect(renamed.body.form.phone).toBe('010-5555 0199');
  });

  it('closes when nobody sits any more, and then stays as it is', async () => {
    const { exam, enrolled } = await ready();
    await open(exam.id);
    await begin(enrolled.sitting.id);
    expect((await close(exam.id)).refused).toBe('EXAM_UNDER_WAY');
    await api.source.getRepository(Sitting).update({ id: enrolled.sitting.id }, { endedAt: Date.now() });
    expect((await close(exam.id)).body.state).toBe('closed');
    const params = { examId: exam.id };
    expect((await admin.call('changeExam', { params, body: exam.form })).refused).toBe('NOT_NOW');
    expect((await admin.call('setRooms', { params, body: { rooms: [] } })).refused).toBe('NOT_NOW');
    const late = await enrol(
      api.source,
      await api.source.getRepository(Room).findOneByOrFail({ examId: exam.id }),
    );
    const candidate = await signInCandidate(api.url, late);
    const body = await atTheDoor(candidate);
    expect((await candidate.call('checkIn', { body })).refused).toBe('TOO_LATE');
  });
});

describe('postponing', () => {
  it('moves the window with a reason, and not without', async () => {
    const { exam } = await ready();
    const params = { examId: exam.id };
    const dates = {
      opensAt: Date.now() + hour,
      entryClosesAt: Date.now() + 2 * hour,
      closesAt: Date.now() + 3 * hour,
    };
    const without = await admin.call('postponeExam', { params, body: { ...dates, reason: ' ' } });
    expect(without.refused).toBe('REASON_NEEDED');
    const moved = await admin.call('postponeExam', { params, body: { ...dates, reason: '台风' } });
    expect(moved.body.form).toMatchObject(dates);
    const entries = (await admin.call('examHistory', { params })).body.entries;
    expect(entries[0]).toMatchObject({
      action: 'exam.postpone',
      by: '王管理',
      details: { reason: '台风', before: { opensAt: exam.form.opensAt }, after: dates },
    });
  });
});

describe('rooms', () => {
  it('come, are renamed, get staff and go, with before and after', async () => {
    const exam = await create();
    const room = await withRoom(exam.id, ['waiting-officer']);
    const params = { examId: exam.id };
    const renamed = await admin.call('setRooms', {
      params,
      body: { rooms: [{ id: room.id, name: pair('A 101'), staffIds: [] }] },
    });
    expect(renamed.body.rooms).toMatchObject([{ id: room.id, name: pair('A 101'), staff: [] }]);
    const gone = await admin.call('setRooms', { params, body: { rooms: [] } });
    expect(gone.body.rooms).toEqual([]);
    const written = await api.source
      .getRepository(AuditEntry)
      .find({ where: { subject: exam.id, action: 'exam.rooms' }, order: { id: 'ASC' } });
    expect(written.map(({ details }) => details)).toMatchObject([
      { before: [], after: [{ name: pair('第一考场') }] },
      { before: [{ name: pair('第一考场') }], after: [{ name: pair('A 101'), staffIds: [] }] },
      { before: [{ id: room.id }], after: [] },
    ]);
  });

  it('with candidates stay, and nothing of the wish is done', async () => {
    const { exam, room } = await ready();
    const params = { examId: exam.id };
    const body = { rooms: [{ id: null, name: pair('新考场'), staffIds: [] }] };
    const answer = await admin.call('setRooms', { params, body });
    expect(answer.details['faults']).toMatchObject([{ field: 'rooms' }]);
    expect((await read(exam.id)).body.rooms.map(({ id }) => id)).toEqual([room.id]);
  });

  it('want names of their own and staff that is there', async () => {
    const exam = await create();
    const other = await buildRoom(api.source);
    const theirs = await buildStaff(api.source, { rooms: [other] });
    const away = await buildStaff(api.source, { examId: null, disabledAt: 1 });
    const rooms = [
      { id: null, name: pair('一'), staffIds: [theirs.id] },
      { id: null, name: pair('一'), staffIds: [away.id] },
      { id: other.id, name: pair('二'), staffIds: [] },
      { id: null, name: { zh: '', en: 'Room' }, staffIds: [] },
    ];
    const answer = await admin.call('setRooms', { params: { examId: exam.id }, body: { rooms } });
    const fields = (answer.details['faults'] as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual([
      ...['rooms.1.name.zh', 'rooms.1.name.en', 'rooms.2.id', 'rooms.3.name.zh'],
      ...['rooms.0.staffIds', 'rooms.1.staffIds'],
    ]);
  });
});

describe.each([
  ...(['listExams', 'createExam', 'readExam', 'changeExam'] as const),
  ...(['setRooms', 'postponeExam', 'setExamState', 'examHistory'] as const),
])('%s', (name) => {
  const given = (examId: string) => {
    const reads = name === 'listExams' || name === 'readExam' || name === 'examHistory';
    return { params: { examId }, ...(!reads && { body: {} }) } as never;
  };
  it('requires authentication', async () => {
    expect((await createBrowser(api.url).call(name, given(ulid()))).refused).toBe('NOT_SIGNED_IN');
  });
  it('refuses staff who do not configure exams', async () => {
    const room = await buildRoom(api.source);
    const chief = await signInStaff(api.url, api.source, 'chief-examiner', [room]);
    expect((await chief.call(name, given(room.examId))).refused).toBe('NOT_ALLOWED');
  });
});
