import { startApi, type TestApi } from '../test/start-api';
import { enrol, signInCandidate, signInStaff } from '../test/people';
import { buildRoom } from '../../models/test/factories';
import { project } from './test/views';
import { watch } from './test/watch-stream';

describe('a live stream', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('greets a candidate and then gives the view and what surrounds him', async () => {
    const room = await buildRoom(api.source);
    const who = await enrol(api.source, room);
    await project(api.source, who.sitting.id, 'waiting', { revision: 3 });
    const stream = await watch(await signInCandidate(api.url, who));
    const hello = await stream.until('hello');
    const { view } = await stream.until('view');
    const { surroundings } = await stream.until('surroundings');
    expect(stream.events[0]).toBe(hello);
    expect(view.revision).toBe(3);
    expect(surroundings.queue).toEqual({ ahead: 0, total: 1, estimateMs: 0 });
    expect(surroundings.officer).toEqual({ name: null, state: 'nobody' });
    stream.close();
  });

  it('gives staff the room and all its rows', async () => {
    const room = await buildRoom(api.source);
    const first = await enrol(api.source, room);
    await enrol(api.source, room);
    await project(api.source, first.sitting.id, 'cameras', { revision: 2 });
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const stream = await watch(officer, room.id);
    const { rows, whole } = await stream.until('rows');
    expect(whole).toBe(true);
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.sittingId === first.sitting.id)?.revision).toBe(2);
    const present = await stream.until('room', ({ staff }) => staff.length === 1);
    expect(present.staff).toEqual([
      { staffId: officer.staffId, name: '李老师', role: 'waiting-officer', where: 'console' },
    ]);
    stream.close();
  });
});
