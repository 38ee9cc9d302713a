import { createHash } from 'node:crypto';
import { AuditEntry } from '#models/audit-entry';
import { ExamEvent } from '#models/exam-event';
import { RecordedChangeRow } from '#models/recorded-change';
import { Score } from '#models/score';
import { Sitting } from '#models/sitting';
import { newObjectKey } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import type { Room } from '#models/room';
import { verifyArchive } from '../../bin/verify-archive.mjs';
import { buildRoom, buildStaff } from '../../models/test/factories';
import type { Browser } from '../test/browser';
import { enrol, signInStaff, type Enrolled } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';
import { createChain } from './chain';

let api: TestApi;
let room: Room;
let sat: Enrolled;
let inspector: Browser;

const picture = Buffer.from('not really a picture, and that is no matter here');
const digest = createHash('sha256').update(picture).digest('hex');

/** Somebody with two changes, three events, a still, a deleted still, one sealed sheet and one open sheet. */
async function sit(): Promise<Enrolled> {
  const enrolled = await enrol(api.source, room);
  const { id: sittingId } = enrolled.sitting;
  const base = { sittingId, byWhom: 'candidate', at: 1_000, stepId: 'notice', details: {} };
  await api.source.getRepository(Sitting).update(sittingId, { revision: 2, endedAt: 9_000 });
  await api.source.getRepository(RecordedChangeRow).insert([
    { sittingId, revision: 2, recordedAt: 2_000, commandId: 'c2', answer: null },
    { sittingId, revision: 1, recordedAt: 1_000, commandId: 'c1', answer: null },
  ]);
  await api.source.getRepository(ExamEvent).insert([
    { ...base, revision: 2, ordinal: 0, kind: 'notice.read', commandId: 'c2' },
    { ...base, revision: 1, ordinal: 1, kind: 'step.began', commandId: null },
    { ...base, revision: 1, ordinal: 0, kind: 'sitting.checked-in', commandId: 'c1' },
  ]);
  const [kept, gone] = [newObjectKey(), newObjectKey()];
  await api.deps.storage.put(kept, picture);
  const still = { kind: 'still', sittingId, mediaType: 'image/jpeg', bytes: picture.length, digest } as const;
  await api.source.getRepository(StoredObject).insert([
    { ...still, key: kept, createdAt: 1, deletedAt: null },
    { ...still, key: gone, createdAt: 2, deletedAt: 5 },
  ]);
  const values = { ground: 20 };
  for (const sealedAt of [8_000, null]) {
    const { id: staffId } = await buildStaff(api.source, { role: 'examiner', rooms: [room] });
    await api.source
      .getRepository(Score)
      .insert({ sittingId, staffId, values, note: 'clear', savedAt: 7_000, sealedAt });
  }
  return enrolled;
}

beforeAll(async () => {
  api = await startApi();
  room = await buildRoom(api.source);
  sat = await sit();
  await enrol(api.source, room);
  inspector = await signInStaff(api.url, api.source, 'inspector', [], { examId: room.examId });
});
afterAll(async () => api.close());

const linesOf = (text: string): string[] => text.trimEnd().split('\n');
async function* each(lines: readonly string[]) {
  yield* lines;
}
const verdictOn = (lines: readonly string[]) => verifyArchive(each(lines));
const take = async (): Promise<string[]> => {
  const response = await inspector.send(`/api/exams/${room.examId}/archive`);
  expect(response.headers.get('content-disposition')).toBe('attachment');
  return linesOf(await response.text());
};
interface Parsed {
  readonly n: number;
  readonly kind: string;
  readonly body: Record<string, unknown>;
}
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line.slice(65)) as Parsed);

describe("an exam's archive", () => {
  it('is right, and counts what is in it', async () =>
    expect(await verdictOn(await take())).toMatchObject({
      fault: null,
      sittings: 1,
      events: 3,
      evidence: 2,
    }));

  it('holds the record in its order, sealed sheets, and evidence with its bytes as long as they are kept', async () => {
    const found = parsed(await take());
    const of = (wanted: string) => found.flatMap(({ kind, body }) => (kind === wanted ? [body] : []));
    expect(of('archive')).toMatchObject([{ format: 1, of: room.examId, exam: { id: room.examId } }]);
    expect(of('score')).toMatchObject([{ values: { ground: 20 }, sealedAt: 8_000 }]);
    expect(of('evidence').map(({ content }) => content)).toEqual([picture.toString('base64'), null]);
    expect(of('sitting')).toMatchObject([{ candidate: { ticket: sat.candidate.ticket } }]);
    expect(found.map(({ n }) => n)).toEqual(found.map((_, at) => at));
  });

  it('gives away nothing to sign in with', async () => {
    const text = (await take()).join('\n');
    expect(text).not.toMatch(/argon2|passcodeHash|passwordHash|linkHash/);
  });

  it('is of one sitting where one is asked for', async () => {
    const { id: sittingId } = sat.sitting;
    const lines = linesOf(await (await inspector.send(`/api/sittings/${sittingId}/archive`)).text());
    expect(await verdictOn(lines)).toMatchObject({ fault: null, sittings: 1 });
    expect(parsed(lines)[0]?.body).toMatchObject({ of: sittingId });
  });

  it('has its head written down, where the office finds it', async () => {
    const { head, lines } = await verdictOn(await take());
    const { body } = await inspector.call('listArchivedExams');
    expect(body.exams).toMatchObject([{ id: room.examId, begun: 1, ended: 1 }]);
    expect(body.exams[0]?.archives[0]).toMatchObject({ head, lines, of: room.examId });
  });

  it('is written down before its first line leaves', async () => {
    const before = await api.source.getRepository(AuditEntry).countBy({ action: 'archive.begin' });
    await take();
    expect(await api.source.getRepository(AuditEntry).countBy({ action: 'archive.begin' })).toBe(before + 1);
  });
});

describe('the verifier', () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await take();
  });
  const at = (wanted: string): number => parsed(lines).findIndex(({ kind }) => kind === wanted);
  const changed = (index: number, change: (line: string) => string): string[] =>
    lines.map((line, here) => (here === index ? change(line) : line));
  /** The same lines in a new chain, as somebody would do who knows how it is made. */
  const rechained = (change: (line: Parsed) => object): string[] => {
    const chain = createChain();
    return parsed(lines).map((line) => chain.add(line.kind, change(line)).trimEnd());
  };

  it('names the line where a byte was changed', async () => {
    const index = at('event');
    const { fault } = await verdictOn(changed(index, (line) => line.replace('candidate', 'candidaTe')));
    expect(fault).toBe(`line ${index + 1}: it, or what stood before it, was changed`);
  });

  it('names the line before which one is missing', async () => {
    const index = at('event');
    const { fault } = await verdictOn(lines.filter((_, here) => here !== index));
    expect(fault).toBe(`line ${index + 1}: it, or what stood before it, was changed`);
  });

  it('says where an archive was cut off', async () =>
    expect((await verdictOn(lines.slice(0, -1))).fault).toBe(
      `line ${lines.length - 1}: the archive was cut off here`,
    ));

  it.each([
    ['something follows', (all: string[]) => [...all, all[0] ?? ''], /there is more after the end/],
    ['there is nothing', () => [], /cut off/],
    ['it is something else', () => ['hello'], /is no line of an archive/],
  ])('refuses where %s', async (_, make, fault) =>
    expect((await verdictOn(make([...lines]))).fault).toMatch(fault),
  );

  it('finds evidence that was exchanged in an archive that was chained anew, which has another head', async () => {
    const another = Buffer.from('another').toString('base64');
    const forged = rechained(({ kind, body }) =>
      kind === 'evidence' && body['content'] !== null ? { ...body, content: another } : body,
    );
    expect((await verdictOn(forged)).fault).toMatch(/is not what its digest says/);
  });

  it('finds a change that was left out in an archive that was chained anew', async () => {
    const forged = rechained(({ kind, body }) => (kind === 'change' ? { ...body, revision: 2 } : body));
    expect((await verdictOn(forged)).fault).toMatch(/revision 2 follows 0/);
  });

  it('gives another head for an archive that was changed and chained anew', async () => {
    const forged = rechained(({ kind, body }) => (kind === 'event' ? { ...body, at: 1 } : body));
    const [theirs, ours] = [await verdictOn(forged), await verdictOn(lines)];
    expect(theirs.fault).toBeNull();
    expect(theirs.head).not.toBe(ours.head);
  });
});
