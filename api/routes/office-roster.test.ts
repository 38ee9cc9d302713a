import { ulid } from 'ulid';
import { AuditEntry } from '#models/audit-entry';
import { Candidate } from '#models/candidate';
import { Exam } from '#models/exam';
import { PhotoBatch } from '#models/photo-batch';
import type { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { buildCandidate, buildExam, buildRoom } from '../../models/test/factories';
import { workbook } from '../papers/test/workbook';
import { createBrowser } from '../test/browser';
import { enrol, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

let api: TestApi;
let admin: Awaited<ReturnType<typeof signInStaff>>;
beforeAll(async () => {
  api = await startApi();
  admin = await signInStaff(api.url, api.source, 'admin', [], { examId: null });
});
afterAll(async () => api.close());

const fileOf = (bytes: Uint8Array | string) =>
  new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type: 'application/octet-stream' });
const titles = '准考证号,姓名,考场,身份证号,手机号,加时';
const csv = (...lines: string[]) => [titles, ...lines].join('\n');
const id = '11010519491231002X';

/** An exam with two rooms. */
const place = async () => {
  const first = await buildRoom(api.source);
  const second = await buildRoom(api.source, {
    examId: first.examId,
    name: { zh: '第二考场', en: 'Room 2' },
  });
  return { examId: first.examId, first, second };
};
const check = (examId: string, bytes: Uint8Array | string, filename = 'roster.csv', columns?: string) =>
  admin.call('checkRoster', {
    params: { examId },
    query: { filename, ...(columns !== undefined && { columns }) },
    body: fileOf(bytes),
  });
const importAs = async (examId: string, bytes: string, digest: string) =>
  admin.call('importRoster', {
    params: { examId },
    query: { filename: 'r.csv', digest },
    body: fileOf(bytes),
  });
const bring = async (examId: string, bytes: string) =>
  importAs(examId, bytes, (await check(examId, bytes)).body.digest);
const rosterOf = (examId: string) =>
  api.source.getRepository(Candidate).find({ where: { examId }, order: { ticket: 'ASC' } });

describe('a roster', () => {
  it('is shown as it would be imported, and stores nothing before', async () => {
    const { examId, first, second } = await place();
    const text = csv(`A1,王雨桐,第一考场,${id},138 0013 8000,15`, 'A2,李浩然,Room 2,,,');
    const shown = await check(examId, text);
    expect(shown.body).toMatchObject({
      titles: titles.split(','),
      columns: ['ticket', 'name', 'room', 'idNumber', 'phone', 'extraMinutes'],
      ...{ rows: 2, faults: [], changes: { added: 2, changed: 0, same: 0, absent: 0 } },
    });
    expect(await rosterOf(examId)).toEqual([]);
    const done = await importAs(examId, text, shown.body.digest);
    expect(done.body).toEqual({ added: 2, changed: 0 });
    expect(await rosterOf(examId)).toMatchObject([
      {
        ...{ ticket: 'A1', name: '王雨桐', roomId: first.id, phone: '138 0013 8000', extraMinutes: 15 },
        ...{ idNumberMasked: '1101**********002X', passcodeHash: '!', passcodeIssuedAt: null },
      },
      { ticket: 'A2', roomId: second.id, idNumberMasked: null, phone: null, extraMinutes: 0 },
    ]);
    expect(await api.source.getRepository(Sitting).countBy({ examId, roomId: second.id })).toBe(1);
    expect(JSON.stringify(await api.source.getRepository(AuditEntry).find())).not.toContain(id);
  });

  it('is read in the encoding of Chinese spreadsheets', async () => {
    const { examId } = await place();
    // 准考证号,姓名,考场 / B1,李,第一考场 in GBK.
    const gbk = Buffer.from('d7bcbfbcd6a4bac52cd0d5c3fb2cbfbcb3a10a42312cc0ee2cb5dad2bbbfbcb3a10a', 'hex');
    const { body } = await check(examId, gbk);
    expect(body).toMatchObject({ sample: [['B1', '李', '第一考场']], faults: [], changes: { added: 1 } });
  });

  it('is read from a workbook, whose long numbers are not believed', async () => {
    const { examId } = await place();
    const rows = [
      ['准考证号', '姓名', '考场', '身份证号'],
      ['C1', '王', '第一考场', id],
      [20270102, '李', '第一考场', 110105194912310000],
    ];
    const { body } = await check(examId, await workbook('名单', rows), 'roster.xlsx');
    expect(body).toMatchObject({ rows: 2, faultCount: 1, faults: [{ row: 3, column: '身份证号' }] });
    expect(body.sample[1]?.[0]).toBe('20270102');
  });

  it('takes columns for what the office says they are', async () => {
    const { examId } = await place();
    const text = '编码,谁,考场\nD1,王,第一考场';
    const guessed = await check(examId, text);
    expect(guessed.body).toMatchObject({ columns: [null, null, 'room'], faultCount: 2 });
    const told = await check(examId, text, 'roster.csv', 'ticket,name,room');
    expect(told.body).toMatchObject({ faultCount: 0, changes: { added: 1 } });
    expect((await check(examId, text, 'roster.csv', 'ticket,ticket,room')).refused).toBe('MALFORMED');
  });

  it('names all faults by row, and imports nothing of it', async () => {
    const { examId } = await place();
    const text = csv(
      'E1,王,第一考场,,,',
      'e1,李,第一考场,,,',
      '考号,,第九考场,123456789012345678,打电话,很久',
      'E4,陈,,,,',
    );
    const { body } = await check(examId, text);
    expect(body.faults.map(({ row, column }) => [row, column])).toEqual([
      [3, '准考证号'],
      ...['准考证号', '姓名', '考场', '身份证号', '手机号', '加时'].map((column) => [4, column]),
      [5, '考场'],
    ]);
    const refused = await importAs(examId, text, body.digest);
    expect([refused.status, refused.refused]).toEqual([422, 'ROSTER_FAULTY']);
    expect(refused.details['faultCount']).toBe(8);
    expect(await rosterOf(examId)).toEqual([]);
  });

  it.each([
    ['roster.pdf', '%PDF'],
    ['roster.xlsx', 'no zip'],
    ['roster.csv', '准考证号,姓名\n"F1,王'],
    ['roster.csv', ''],
    ['roster.csv', '准考证号,姓名\n'],
    ['roster.csv', Buffer.from([0xff, 0xff, 0x80, 0x80, 0x0a])],
  ])('that cannot be read is a fault with words: %s %j', async (filename, bytes) => {
    const { examId } = await place();
    const { body } = await check(examId, bytes, filename);
    expect(body).toMatchObject({ rows: 0, faultCount: 1 });
  });

  it('needs a room in the exam, and a column for it where there are several', async () => {
    const { examId } = await place();
    expect((await check(examId, '准考证号,姓名\nG1,王')).body.faults).toMatchObject([{ row: 2 }]);
    const bare = await buildExam(api.source);
    expect((await check(bare.id, '准考证号,姓名\nG1,王')).body.faultCount).toBe(1);
    const { examId: small } = await buildRoom(api.source);
    expect((await check(small, '准考证号,姓名\nG1,王')).body).toMatchObject({ faultCount: 0 });
  });

  it('that comes again shows what would change, and changes only that', async () => {
    const { examId, second } = await place();
    await bring(examId, csv(`H1,王,第一考场,${id},13800138000,15`, 'H2,李,第一考场,,,', 'H3,陈,第一考场,,,'));
    await api.source
      .getRepository(Candidate)
      .update({ examId, ticket: 'H1' }, { passcodeHash: 'printed', photoKey: 'p'.repeat(32) });
    const text = '准考证号,姓名,考场\nH1,王雨桐,第二考场\nH2,李,第一考场\nH4,新,第一考场';
    const { body } = await check(examId, text);
    expect(body.changes).toMatchObject({
      ...{ added: 1, changed: 1, same: 1, absent: 1 },
      list: [
        {
          ticket: 'H1',
          fields: [
            { field: 'name', before: '王', after: '王雨桐' },
            { field: 'room', before: '第一考场', after: '第二考场' },
          ],
        },
      ],
    });
    await importAs(examId, text, body.digest);
    const [changed, , stays] = await rosterOf(examId);
    // What the file has no column for is left as it was.
    expect(changed).toMatchObject({
      ...{ name: '王雨桐', roomId: second.id, phone: '13800138000', extraMinutes: 15 },
      ...{ passcodeHash: 'printed', photoKey: 'p'.repeat(32) },
    });
    expect(stays?.ticket).toBe('H3');
    const sitting = await api.source
      .getRepository(Sitting)
      .findOneByOrFail({ candidateId: changed?.id ?? '' });
    expect(sitting.roomId).toBe(second.id);
  });

  it('is not imported when the hall changed since it was shown', async () => {
    const { examId, first } = await place();
    const text = csv('I1,王,第一考场,,,');
    const { body } = await check(examId, text);
    await enrolAs(first, 'I1');
    expect((await importAs(examId, text, body.digest)).refused).toBe('CONFLICT');
  });

  it('moves nobody who has begun', async () => {
    const { examId, first } = await place();
    const { sitting } = await enrolAs(first, 'J1');
    await api.source.getRepository(Sitting).update({ id: sitting.id }, { startedAt: 1 });
    const moved = await check(examId, csv('J1,张三,第二考场,,,'));
    expect(moved.body.faults).toMatchObject([{ row: 2, column: null }]);
    expect((await check(examId, csv('J1,改名,第一考场,,,'))).body.faultCount).toBe(0);
  });

  it('changes no closed exam', async () => {
    const { examId } = await place();
    await api.source.getRepository(Exam).update({ id: examId }, { state: 'closed' });
    expect((await bring(examId, csv('K1,王,第一考场,,,'))).refused).toBe('NOT_NOW');
  });

  it('of ten thousand is imported as a whole, within its memory; one more is refused', async () => {
    const { examId } = await place();
    const line = (at: number) => `L${at},考生${at},${at % 2 ? '第一考场' : '第二考场'},,1380000${at},0`;
    const many = csv(...Array.from({ length: 10_000 }, (_, at) => line(at)));
    const before = process.memoryUsage().heapUsed;
    const { body } = await bring(examId, many);
    expect(body).toEqual({ added: 10_000, changed: 0 });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000_000);
    expect(await api.source.getRepository(Sitting).countBy({ examId })).toBe(10_000);
    const renamed = await bring(examId, many.replaceAll('考生', '某'));
    expect(renamed.body).toEqual({ added: 0, changed: 10_000 });
    const { body: more } = await check(examId, `${many}\n${line(10_000)}`);
    expect(more).toMatchObject({ faultCount: 1, rows: 0 });
  });
});

const enrolAs = (room: Room, ticket: string) => enrol(api.source, room, { ticket });

describe('login slips', () => {
  it('let candidates in by passcode and by link, and end the former ones', async () => {
    const { examId, first } = await place();
    await bring(examId, csv('M1,王,第一考场,,,', 'M2,李,第一考场,,,'));
    const exam = await api.source.getRepository(Exam).findOneByOrFail({ id: examId });
    const list = await admin.call('dayList', { params: { roomId: first.id } });
    const sittingIds = list.body.lines.map(({ sittingId }) => sittingId);
    expect(list.body.lines.map(({ passcodeIssuedAt }) => passcodeIssuedAt)).toEqual([null, null]);
    const issue = async () =>
      (await admin.call('issueSlips', { params: { roomId: first.id }, body: { sittingIds } })).body.slips;
    const slips = await issue();
    expect(slips.map(({ ticket }) => ticket)).toEqual(['M1', 'M2']);
    const enter = async ({ ticket, passcode }: (typeof slips)[number]) => {
      const body = { exam: exam.code, ticket, passcode, position: 1 as const };
      return (await createBrowser(api.url).call('loginCandidate', { body })).status;
    };
    const [slip] = slips;
    if (!slip) throw new Error('no slip was made');
    expect(slip.passcode).toMatch(/^\d{8}$/);
    expect(await enter(slip)).toBe(200);
    const token = slip.link.split('/').at(-1) ?? '';
    expect((await createBrowser(api.url).call('loginLink', { body: { token } })).status).toBe(200);
    const [again] = await issue();
    expect(await enter(slip)).toBe(401);
    expect(again && (await enter(again))).toBe(200);
    const [entry] = await api.source
      .getRepository(AuditEntry)
      .findBy({ action: 'slips.issue', subject: first.id });
    expect(JSON.stringify(entry)).not.toContain(slip.passcode);
  });

  it('are of one room', async () => {
    const { first, second } = await place();
    const { sitting } = await enrolAs(second, 'N1');
    const answer = await admin.call('issueSlips', {
      params: { roomId: first.id },
      body: { sittingIds: [sitting.id] },
    });
    expect(answer.refused).toBe('NOT_FOUND');
  });
});

describe('the day list', () => {
  it('shows telephone numbers by their ends, and keeps who asked for the whole', async () => {
    const { first } = await place();
    const candidate = await buildCandidate(api.source, first, { ticket: 'O1', phone: '13800138000' });
    const sitting = { id: ulid(), examId: first.examId, roomId: first.id, candidateId: candidate.id };
    await api.source.getRepository(Sitting).insert(sitting);
    const list = await admin.call('dayList', { params: { roomId: first.id } });
    expect(list.body.lines).toMatchObject([{ ticket: 'O1', phoneMasked: '138****8000', state: 'not-begun' }]);
    const asked = await admin.call('revealPhone', { params: { sittingId: sitting.id }, body: {} });
    expect(asked.body).toEqual({ phone: '13800138000' });
    const entries = await api.source.getRepository(AuditEntry).findBy({ subject: sitting.id });
    expect(entries).toMatchObject([{ action: 'candidate.phone', byWhom: `staff:${admin.staffId}` }]);
  });
});

describe('photos', () => {
  it('wait in their zip file for somebody to look at them', async () => {
    const { examId } = await place();
    const given = { params: { examId }, query: { filename: 'photos.zip' } };
    const body = fileOf(Buffer.from('504b030400000000', 'hex'));
    const { body: batch } = await admin.call('putPhotos', { ...given, body });
    expect(batch).toMatchObject({ fileName: 'photos.zip', phase: 'wanted', total: 0, taken: 0, faults: [] });
    const { objectKey } = await api.source.getRepository(PhotoBatch).findOneByOrFail({ id: batch.id });
    expect(await api.deps.storage.exists(objectKey)).toBe(true);
    const { body: list } = await admin.call('readPhotos', { params: { examId } });
    expect(list.batches.map((each) => each.id)).toEqual([batch.id]);
    for (const bytes of ['not a zip', ''])
      expect((await admin.call('putPhotos', { ...given, body: fileOf(bytes) })).refused).toBe('WRONG_TYPE');
  });
});

describe.each([
  ...(['checkRoster', 'importRoster', 'dayList', 'revealPhone'] as const),
  ...(['issueSlips', 'putPhotos', 'readPhotos'] as const),
])('%s', (name) => {
  const given = (room: Room, sittingId: string) => {
    const isFile = name === 'checkRoster' || name === 'importRoster' || name === 'putPhotos';
    const isRead = name === 'dayList' || name === 'readPhotos';
    const params = { examId: room.examId, roomId: room.id, sittingId };
    return { params, ...(isFile && { body: fileOf('x') }), ...(!isFile && !isRead && { body: {} }) } as never;
  };
  it('requires authentication', async () => {
    const { first } = await place();
    expect((await createBrowser(api.url).call(name, given(first, ulid()))).refused).toBe('NOT_SIGNED_IN');
  });
  it("refuses another exam's administrator", async () => {
    const { first } = await place();
    const { sitting } = await enrol(api.source, first);
    const { first: other } = await place();
    const theirs = await signInStaff(api.url, api.source, 'admin', [], { examId: other.examId });
    expect((await theirs.call(name, given(first, sitting.id))).refused).toBe('NOT_FOUND');
  });
});
