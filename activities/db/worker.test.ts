import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { ulid } from 'ulid';
import { ExamEvent } from '#models/exam-event';
import { payloadKeys } from '#models/key-ids';
import { encryptedDataConverter } from '#models/payload-codec';
import { ProcessHeartbeat } from '#models/process-heartbeat';
import { RecordedChangeRow } from '#models/recorded-change';
import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import { Sitting } from '#models/sitting';
import { buildRoom, buildSitting } from '#models/test/factories';
import { startProxy } from '#models/test/proxy';
import { sittingWorkflowId } from '#protocol/ids';
import { RoomDriver, SittingDriver, type Place } from '../../workflows/test/drivers';
import { flowOf } from '../../workflows/test/flows';
import { createHistories } from '../reproject/histories';
import { reproject } from '../reproject/reproject';
import { createTestDeps, testRedis } from './test/deps';
import { createWorkerProcess } from './test/worker-process';

const fine = { camera: 'ok', microphone: 'ok', bell: 'ok' };
const report = { name: 'device-check.report', report: fine } as const;

/** The real worker process on the real services; the database is reached through a proxy that can fall silent. */
describe('a sitting on a worker', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let proxy: Awaited<ReturnType<typeof startProxy>>;
  let worker: ReturnType<typeof createWorkerProcess>;
  let connection: Connection;
  let place: Place;
  let folder: string;
  let room: Room;
  const payloadKey = randomBytes(32);
  const dataConverter = encryptedDataConverter(payloadKeys(payloadKey));
  const taskQueue = `test-${ulid()}`;

  beforeAll(async () => {
    hall = await createTestDeps();
    proxy = await startProxy(hall.database.url);
    folder = await mkdtemp(join(tmpdir(), 'worker-'));
    const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
    const namespace = process.env['TEST_TEMPORAL_NAMESPACE'] ?? '';
    connection = await Connection.connect({ address });
    const client = new Client({ connection, namespace, dataConverter });
    place = { client, taskQueue, now: async () => Date.now() };
    worker = createWorkerProcess({
      DATABASE_URL: proxy.url,
      REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      TEMPORAL_TASK_QUEUE: taskQueue,
      STORAGE_DIR: folder,
      PAYLOAD_KEY: payloadKey.toString('base64'),
      STORAGE_KEY: randomBytes(32).toString('base64'),
    });
    room = await buildRoom(hall.source);
    await worker.start();
  });
  afterAll(async () => {
    await worker.kill();
    proxy.close();
    await connection.close();
    await hall.database.drop();
    await rm(folder, { recursive: true });
  });

  const candidate = async () => {
    const { id: sittingId, examId, roomId } = await buildSitting(hall.source, { room });
    const closesAt = Date.now() + 3_600_000;
    const flow = flowOf(['notice', 'devices', 'waiting']);
    return new SittingDriver(place, {
      sittingId,
      examId,
      roomId,
      flow,
      photoKey: null,
      extraMs: 0,
      closesAt,
    });
  };
  const rowOf = (id: string) => hall.source.getRepository(Sitting).findOneByOrFail({ id });
  const recorded = (sittingId: string) =>
    hall.source.getRepository(RecordedChangeRow).find({ where: { sittingId }, order: { revision: 'ASC' } });
  const until = async (isSo: () => Promise<boolean>, withinMs = 40_000) => {
    for (const end = Date.now() + withinMs; !(await isSo());) {
      if (Date.now() > end) throw new Error(`not within ${withinMs} ms:\n${worker.output().slice(-3_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const projectedTo = (id: string, revision: number) =>
    until(async () => (await rowOf(id)).revision >= revision);
  const isGapless = async (id: string, atLeast: number) => {
    const revisions = (await recorded(id)).map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, index) => index + 1));
    expect(revisions.length).toBeGreaterThanOrEqual(atLeast);
  };

  test('is written down step by step, and whoever listens is told', async () => {
    const redis = testRedis();
    const heard: string[] = [];
    await redis.subscribe(`room:${room.id}`);
    redis.on('message', (_channel, text: string) => heard.push(text));
    const sitting = await candidate();
    await sitting.checkIn();
    const { revision } = await sitting.ask('notice', { name: 'notice.read' });
    await projectedTo(sitting.id, revision);
    expect(await rowOf(sitting.id)).toMatchObject({
      stepKind: 'device-check',
      startedAt: expect.any(Number),
    });
    await isGapless(sitting.id, revision);
    await until(async () => heard.some((text) => text.includes(sitting.id)));
    await redis.quit();
  });

  test('takes orders of its room, written down with their numbers', async () => {
    const sitting = await candidate();
    await sitting.checkIn();
    const driver = new RoomDriver(place, {
      roomId: room.id,
      examId: room.examId,
      closesAt: Date.now() + 3_600_000,
    });
    await driver.open();
    await driver.order({ kind: 'pause', reason: '断电' });
    await until(async () => ((await rowOf(sitting.id)).staffView?.view.roomSeq ?? 0) === 1);
    const [order] = await hall.source.getRepository(RoomOrderRow).findBy({ roomId: room.id });
    expect(order).toMatchObject({ seq: 1, kind: 'pause', body: { kind: 'pause', reason: '断电' } });
    expect(await hall.source.getRepository(Room).findOneByOrFail({ id: room.id })).toMatchObject({
      lastSeq: 1,
    });
    await driver.order({ kind: 'resume' });
  });

  test('is answered while the database is silent, and written down when it is back', async () => {
    const sitting = await candidate();
    await sitting.checkIn();
    await sitting.ask('notice', { name: 'notice.read' });
    proxy.state.swallowing = true;
    const times: number[] = [];
    let revision = 0;
    for (let i = 0; i < 15; i += 1) {
      const from = performance.now();
      ({ revision } = await sitting.ask('devices', report));
      times.push(performance.now() - from);
    }
    expect(Math.max(...times)).toBeLessThan(3_000);
    expect((await rowOf(sitting.id)).revision).toBeLessThan(revision);
    proxy.state.swallowing = false;
    await projectedTo(sitting.id, revision);
    await isGapless(sitting.id, revision);
  });

  test('goes on where it was after the worker is killed, also when it comes back without a database', async () => {
    const sitting = await candidate();
    await sitting.checkIn();
    await sitting.ask('notice', { name: 'notice.read' });
    await worker.kill();
    proxy.state.swallowing = true;
    const commandId = ulid();
    const asked = sitting.ask('devices', { name: 'device-check.finish', report: fine }, { commandId });
    await worker.start();
    const answer = await asked;
    expect(answer.view.step?.kind).toBe('waiting');
    proxy.state.swallowing = false;
    await projectedTo(sitting.id, answer.revision);
    await isGapless(sitting.id, answer.revision);
    const [event] = await hall.source.getRepository(ExamEvent).findBy({ sittingId: sitting.id, commandId });
    expect(event).toMatchObject({ stepId: 'devices', byWhom: 'candidate' });
  });

  test('leaves nothing readable in its history', async () => {
    const sitting = await candidate();
    await sitting.checkIn();
    const history = await place.client.workflow.getHandle(sittingWorkflowId(sitting.id)).fetchHistory();
    const text = JSON.stringify(history, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(text).not.toMatch(/device-check|microphone/);
    expect(text).toMatch(/recordTransition/);
  });

  test('leaves heartbeats of both its workers', async () => {
    const sourcesOf = async () => {
      const beats = await hall.source.getRepository(ProcessHeartbeat).find();
      return new Set(beats.map(({ source }) => source));
    };
    await until(async () => (await sourcesOf()).size === 2);
    for (const source of await sourcesOf()) expect(source).toMatch(/^worker:[0-9A-Z]{26}$/);
  });

  test('is rebuilt from its history when rows were lost or changed', async () => {
    const sitting = await candidate();
    await sitting.checkIn();
    await sitting.ask('notice', { name: 'notice.read' });
    const { revision } = await sitting.ask('devices', report);
    await projectedTo(sitting.id, revision);
    const events = () =>
      hall.source.getRepository(ExamEvent).find({
        where: { sittingId: sitting.id },
        order: { revision: 'ASC', ordinal: 'ASC' },
        select: {
          sittingId: true,
          revision: true,
          ordinal: true,
          kind: true,
          at: true,
          byWhom: true,
          commandId: true,
        },
      });
    const before = {
      row: await rowOf(sitting.id),
      events: await events(),
      orders: await hall.source.getRepository(RoomOrderRow).find(),
    };
    await hall.source.query('DELETE FROM exam_events WHERE sitting_id = ? AND revision >= 2', [sitting.id]);
    await hall.source.query('DELETE FROM recorded_changes WHERE sitting_id = ? AND revision >= 2', [
      sitting.id,
    ]);
    await hall.source.query(
      `UPDATE exam_events SET by_whom = 'staff:x' WHERE sitting_id = ? AND revision = 1`,
      [sitting.id],
    );
    await hall.source.query(
      'UPDATE sittings SET revision = 1, staff_view = NULL, started_at = NULL WHERE id = ?',
      [sitting.id],
    );
    await hall.source.query('DELETE FROM room_orders WHERE room_id = ? AND seq = 2', [room.id]);
    await hall.source.query('UPDATE rooms SET view = NULL, revision = 0 WHERE id = ?', [room.id]);

    const histories = createHistories(place.client, dataConverter);
    const { changed } = await reproject(hall.source, histories);
    expect(changed[`sitting/${sitting.id}`]).toEqual(
      expect.arrayContaining(['revision 1: events', `revision ${revision}: change`, 'projection']),
    );
    expect(changed[`room/${room.id}`]).toEqual(['order 2', 'projection']);
    expect({
      row: await rowOf(sitting.id),
      events: await events(),
      orders: await hall.source.getRepository(RoomOrderRow).find(),
    }).toEqual(before);
    expect((await reproject(hall.source, histories)).changed).toEqual({});
    const next = await sitting.ask('devices', report);
    await projectedTo(sitting.id, next.revision);
    await isGapless(sitting.id, next.revision);
  });

  test('lets its worker stop in order when it is asked to', async () => {
    expect(await worker.stop()).toBe(0);
    expect(worker.output()).toMatch(/worker stopped/);
  });
});
