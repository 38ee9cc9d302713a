import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { AuditEntry } from '#models/audit-entry';
import { FlowVersion } from '#models/flow-version';
import type { Room } from '#models/room';
import { buildRoom, buildSitting } from '../../models/test/factories';
import { questionPdfKey } from '../flows/published-flows';
import { createBrowser } from '../test/browser';
import { signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

let api: TestApi;
let yaml: string;
let room: Room;
let admin: Awaited<ReturnType<typeof signInStaff>>;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'examhall-flows-'));
  await writeFile(join(folder, 'q9.pdf'), '%PDF-1.4 a question');
  await writeFile(join(folder, 'fake.pdf'), 'MZ a program');
  api = await startApi({ set: { FLOWS_DIR: folder } });
  yaml = await readFile(join(__dirname, '../../flows/interview.yaml'), 'utf8');
  room = await buildRoom(api.source);
  admin = await signInStaff(api.url, api.source, 'admin', [], { examId: null, name: '王管理' });
});
afterAll(async () => api.close());

const publish = (key: string, text: string) => admin.call('publishFlow', { body: { key, yaml: text } });
const newKey = () => `flow-${ulid().toLowerCase()}`;

describe('checking a flow', () => {
  it('lists faults and stores nothing', async () => {
    const before = await api.source.getRepository(FlowVersion).count();
    const good = await admin.call('checkFlow', { body: { yaml } });
    expect(good.body).toEqual({ faults: [], name: { zh: '在线面试', en: 'Online interview' } });
    const bad = await admin.call('checkFlow', { body: { yaml: yaml.replace('kind: cameras', 'kind: x') } });
    expect(bad.body.faults).toEqual([expect.objectContaining({ path: 'steps[5].kind' })]);
    expect(bad.body.name).toEqual({ zh: '在线面试', en: 'Online interview' });
    expect(await api.source.getRepository(FlowVersion).count()).toBe(before);
  });

  it('refuses a text beyond all measure by name', async () => {
    const answer = await admin.call('checkFlow', { body: { yaml: 'x'.repeat(600_000) } });
    expect(answer.refused).toBe('MALFORMED');
    const larger = await admin.call('checkFlow', { body: { yaml: 'x'.repeat(3_000_000) } });
    expect([larger.status, larger.refused]).toEqual([413, 'TOO_LARGE']);
  });
});

describe('publishing a flow', () => {
  it('numbers versions, keeps the file as written, and writes it down', async () => {
    const key = newKey();
    const first = await publish(key, yaml);
    expect(first.body).toMatchObject({ number: 1, publishedBy: '王管理' });
    const second = await publish(key, yaml.replace('minutes: 20', 'minutes: 25'));
    expect(second.body.number).toBe(2);
    const read = await admin.call('readFlowVersion', { params: { versionId: first.body.id } });
    expect(read.body.yaml).toBe(yaml);
    const written = await api.source.getRepository(AuditEntry).findBy({ subject: first.body.id });
    expect(written.map(({ action, byWhom }) => [action, byWhom])).toEqual([
      ['flow.publish', `staff:${admin.staffId}`],
      ['flow.read', `staff:${admin.staffId}`],
    ]);
    const list = await admin.call('listFlows');
    const flow = list.body.flows.find((one) => one.key === key);
    expect(flow?.versions.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('publishes nothing that has faults', async () => {
    const key = newKey();
    const answer = await publish(key, yaml.replace('kind: cameras', 'kind: x'));
    expect([answer.status, answer.refused]).toEqual([422, 'FLOW_FAULTY']);
    expect(answer.details['faults']).toEqual([expect.objectContaining({ path: 'steps[5].kind' })]);
    expect((await admin.call('listFlows')).body.flows.map((flow) => flow.key)).not.toContain(key);
  });

  it('refuses to publish the newest version again', async () => {
    const key = newKey();
    await publish(key, yaml);
    const again = await publish(key, yaml);
    expect([again.refused, again.details]).toEqual(['VERSION_PUBLISHED', { number: 1 }]);
  });

  it('gives two who publish at once two numbers', async () => {
    const key = newKey();
    const answers = await Promise.all(
      [21, 22, 23, 24].map((minutes) => publish(key, yaml.replace('minutes: 20', `minutes: ${minutes}`))),
    );
    expect(answers.map(({ body }) => body.number).toSorted()).toEqual([1, 2, 3, 4]);
  });

  it('takes a copy of the PDF of a question, and no file that is not one', async () => {
    const withPdf = (name: string) =>
      yaml.replace(
        '    criteria:',
        `      - { id: q9, title: { zh: 题, en: Q }, pdf: ${name} }\n    criteria:`,
      );
    const { body } = await publish(newKey(), withPdf('q9.pdf'));
    const copy = await api.deps.storage.get(questionPdfKey(body.id, 'q9.pdf'));
    expect(copy?.toString()).toBe('%PDF-1.4 a question');
    for (const name of ['fake.pdf', 'absent.pdf', '../flows/q9.pdf'])
      expect((await publish(newKey(), withPdf(name))).refused).toBe('FLOW_FAULTY');
  });
});

describe('attaching a flow', () => {
  it('changes what new sittings carry, and no begun one', async () => {
    const begun = await buildSitting(api.source, { room, startedAt: Date.now() });
    const before = await admin.call('listFlows');
    const old = before.body.exams.find((exam) => exam.id === room.examId)?.flowVersionId ?? '';
    await api.source.getRepository('Sitting').update({ id: begun.id }, { flowVersionId: old });
    const { body: version } = await publish(newKey(), yaml);
    const body = { flowVersionId: version.id };
    const attached = await admin.call('attachFlow', { params: { examId: room.examId }, body });
    expect(attached.body).toEqual(body);
    const exam = (await admin.call('listFlows')).body.exams.find((one) => one.id === room.examId);
    expect(exam).toMatchObject({ flowVersionId: version.id, sittings: [{ flowVersionId: old, count: 1 }] });
  });

  it('refuses a version or an exam that is not there', async () => {
    const params = { examId: room.examId };
    const answer = await admin.call('attachFlow', { params, body: { flowVersionId: ulid() } });
    expect(answer.refused).toBe('NOT_FOUND');
    const { body: version } = await publish(newKey(), yaml);
    const noExam = await admin.call('attachFlow', {
      params: { examId: ulid() },
      body: { flowVersionId: version.id },
    });
    expect(noExam.refused).toBe('NOT_FOUND');
  });

  it("refuses another exam's administrator", async () => {
    const other = await buildRoom(api.source);
    const theirs = await signInStaff(api.url, api.source, 'admin', [], { examId: other.examId });
    const { body: version } = await publish(newKey(), yaml);
    const body = { flowVersionId: version.id };
    const answer = await theirs.call('attachFlow', { params: { examId: room.examId }, body });
    expect(answer.refused).toBe('NOT_FOUND');
    expect((await theirs.call('listFlows')).body.exams.map(({ id }) => id)).toEqual([other.examId]);
  });
});

describe.each(['listFlows', 'readFlowVersion', 'checkFlow', 'publishFlow', 'attachFlow'] as const)(
  '%s',
  (name) => {
    const given = {
      params: { versionId: ulid(), examId: ulid() },
      body: name === 'listFlows' || name === 'readFlowVersion' ? undefined : {},
    } as never;
    it('requires authentication', async () => {
      expect((await createBrowser(api.url).call(name, given)).refused).toBe('NOT_SIGNED_IN');
    });
    it('refuses staff who do not configure exams', async () => {
      const chief = await signInStaff(api.url, api.source, 'chief-examiner', [room]);
      expect((await chief.call(name, given)).refused).toBe('NOT_ALLOWED');
    });
  },
);
