import { ulid } from 'ulid';
import { buildExam, buildFlowVersion, buildRoom } from '../../models/test/factories';
import type { Room } from '#models/room';
import type { StaffRole } from '#protocol/policies';
import { enrol, signInStaff, type Enrolled } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';
import { scoredDocument } from './test/document';

describe('the secretary', () => {
  let api: TestApi;
  let room: Room;
  let who: Enrolled;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    const version = await buildFlowVersion(api.source, { document: scoredDocument });
    const exam = await buildExam(api.source, { flowVersionId: version.id });
    room = await buildRoom(api.source, { examId: exam.id });
    who = await enrol(api.source, room);
  });
  const staff = (role: StaffRole, name = '李老师') =>
    signInStaff(api.url, api.source, role, [room], { name });
  const sitting = () => ({ params: { sittingId: who.sitting.id } });
  const collect = async (as: Awaited<ReturnType<typeof staff>>) =>
    (await as.call('collectSheets', { params: { roomId: room.id } })).body;

  it('writes the interview record by the clock, which the panel reads', async () => {
    const [secretary, examiner] = [await staff('secretary', '孙秘书'), await staff('examiner')];
    const before = Date.now();
    for (const text of ['自我介绍', '追问项目经历'])
      await secretary.call('writeNote', { ...sitting(), body: { id: ulid(), text } });
    const { notes } = (await examiner.call('readNotes', sitting())).body;
    expect(notes.map(({ text, by, mine }) => [text, by, mine])).toEqual([
      ['自我介绍', '孙秘书', false],
      ['追问项目经历', '孙秘书', false],
    ]);
    expect(notes.every(({ at }) => at >= before)).toBe(true);
  });

  it('keeps a line once when it is sent again, as it was first', async () => {
    const secretary = await staff('secretary');
    const id = ulid();
    await secretary.call('writeNote', { ...sitting(), body: { id, text: '第一次' } });
    const again = await secretary.call('writeNote', { ...sitting(), body: { id, text: '第二次' } });
    expect(again.body.text).toBe('第一次');
    expect((await secretary.call('readNotes', sitting())).body.notes).toHaveLength(1);
  });

  it('never takes over the line of another', async () => {
    const [one, two] = [await staff('secretary'), await staff('secretary')];
    const id = ulid();
    await one.call('writeNote', { ...sitting(), body: { id, text: '我的' } });
    const answer = await two.call('writeNote', { ...sitting(), body: { id, text: '我的' } });
    expect(answer.refused).toBe('NOT_ALLOWED');
  });

  it('sees that a sheet is open, and what is on it only once it is sealed', async () => {
    const [secretary, examiner] = [await staff('secretary'), await staff('examiner', '林老师')];
    const marks = { values: { idea: 17, craft: 20 }, note: '构图稳' };
    expect((await collect(secretary)).sheets).toEqual([]);
    await examiner.call('saveScore', { ...sitting(), body: marks });
    const open = await collect(secretary);
    expect(open.scorers.map(({ name }) => name)).toEqual(['林老师']);
    expect(open.sheets).toEqual([{ state: 'open', sittingId: who.sitting.id, staffId: examiner.staffId }]);
    expect(JSON.stringify(open.sheets)).not.toMatch(/17|构图/);
    await examiner.call('sealScore', sitting());
    expect((await collect(secretary)).sheets).toMatchObject([
      { state: 'sealed', total: 37, note: '构图稳', values: marks.values },
    ]);
  });

  it('acts on nothing: no question, no message to candidates, no score', async () => {
    const secretary = await staff('secretary');
    const order = { kind: 'dispatch', question: 'q1' } as const;
    const ordered = await secretary.call('orderSitting', {
      ...sitting(),
      body: { commandId: ulid(), order },
    });
    const letter = { audience: 'room', id: ulid(), text: '大家好' } as const;
    const written = await secretary.call('writeAsStaff', { params: { roomId: room.id }, body: letter });
    const scored = await secretary.call('saveScore', { ...sitting(), body: { values: {}, note: '' } });
    expect([ordered.refused, written.refused, scored.refused]).toEqual(Array(3).fill('NOT_ALLOWED'));
  });
});
