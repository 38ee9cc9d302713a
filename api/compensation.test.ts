import { pino } from 'pino';
import { ulid } from 'ulid';
import { startHeartbeats } from '#models/heartbeats';
import { MeasuredOutageRow } from '#models/measured-outage';
import { OurOutage } from '#models/our-outage';
import type { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import type { DeviceState, MeasuredOutage } from '#protocol/live.schema';
import { proposals } from '#protocol/outages';
import { PRESENCE } from '#protocol/presence';
import { GAP_MS } from '../activities/witness/gaps';
import { createWitness } from '../activities/witness/witness';
import { createTemporalClient } from './connect';
import { watch } from './live/test/watch-stream';
import type { Browser } from './test/browser';
import { arrive, openDay, staffOf, type TestCandidate } from './test/day';
import { createBrowser } from './test/browser';
import { startHall, until, type TestHall } from './test/start-hall';

jest.setTimeout(120_000);
const logger = pino({ level: 'silent' });
const device: DeviceState = {
  ...{ camera: 'live', microphone: 'live', bell: true, visible: true, battery: null, rttMs: 20 },
};

let hall: TestHall;
let temporal: ReturnType<typeof createTemporalClient>;
let room: Room;
let chief: Browser & { readonly staffId: string };
beforeAll(async () => {
  hall = await startHall();
  temporal = createTemporalClient(hall.deps.env);
});
beforeEach(async () => {
  room = await openDay(hall);
  chief = await staffOf(hall, 'chief-examiner', room);
});
afterAll(async () => {
  await temporal.close();
  await hall.close();
});

const inside = async (): Promise<TestCandidate> => {
  const candidate = await (await arrive(hall, room)).goTo('waiting');
  const recorded = (kind: string) =>
    until(
      () => hall.source.getRepository(Sitting).findOneByOrFail({ id: candidate.sittingId }),
      (row) => row.stepKind === kind,
    );
  await recorded('waiting');
  const order = { kind: 'invite' as const, sittingId: candidate.sittingId, called: false };
  await chief.call('orderRoom', { params: { roomId: room.id }, body: { commandId: ulid(), order } });
  await candidate.lookUntil(({ step }) => step?.kind === 'waiting' && step.phase === 'invited');
  await candidate.must({ name: 'waiting.accept' });
  await recorded('interview');
  return candidate;
};
const beat = (
  candidate: TestCandidate,
  given: { silent?: { from: number; to: number }; leaving?: boolean } = {},
) => candidate.browser.call('reportPresence', { body: { epoch: candidate.epoch, state: device, ...given } });
const deadlineOf = async (candidate: TestCandidate) => (await candidate.look())?.clock?.deadlineAt ?? 0;
const isPast = (at: number) =>
  until(
    async () => Date.now(),
    (now) => now > at,
  );
const rowOf = async ({ sittingId }: TestCandidate) => {
  const { body } = await chief.call('openConsole', { params: { roomId: room.id } });
  return body.rows.find((row) => row.sittingId === sittingId);
};
const outagesOf = async (candidate: TestCandidate): Promise<MeasuredOutage[]> =>
  (await rowOf(candidate))?.outages ?? [];
const accountOf = async ({ browser }: TestCandidate) => (await browser.call('readTimeAccount')).body;
const credit = (candidate: TestCandidate, by: Browser, given: object) => {
  const order = { kind: 'credit', cause: 'candidate-outage', reason: '网络中断', ...given } as const;
  return by.call('orderSitting', {
    params: { sittingId: candidate.sittingId },
    body: { commandId: ulid(), order: order as never },
  });
};

describe('the silence of a candidate whose clock runs', () => {
  it('is measured, proposed, given back in part by staff, and told to him', async () => {
    const candidate = await inside();
    const [console_, own] = [await watch(chief, room.id), await watch(candidate.browser)];
    await beat(candidate);
    const last = Date.now();
    const before = await deadlineOf(candidate);
    const lasting = await until(
      () => outagesOf(candidate),
      (outages) => outages.length === 1,
    );
    expect(lasting).toMatchObject([{ position: 1, began: 'lost', to: null }]);
    expect(Date.now() - last).toBeGreaterThanOrEqual(PRESENCE.lostAfterMs - 100);
    expect((await accountOf(candidate)).lines).toEqual([]);

    const broke = last + 2_000;
    const back = Date.now();
    await beat(candidate, { silent: { from: broke, to: back } });
    const fits = ({ outages = [] }: { outages?: MeasuredOutage[] }) => outages.some(({ to }) => to !== null);
    await console_.until('rows', ({ rows }) => rows.some(fits));
    await own.until('surroundings', ({ surroundings }) => fits(surroundings));
    const row = await rowOf(candidate);
    const clock = row?.staff?.view.clock;
    if (!clock) throw new Error('no clock');
    const [proposal] = proposals(row?.outages ?? [], clock);
    if (!proposal) throw new Error('nothing is proposed');
    expect([proposal.from, proposal.to]).toEqual([broke, back]);
    const waiting = await accountOf(candidate);
    expect(waiting.lines).toMatchObject([{ what: 'candidate-outage', ms: proposal.ms, waiting: true }]);
    expect(await deadlineOf(candidate)).toBe(before);

    const { from, outages } = proposal;
    const given = await credit(candidate, chief, { from, to: from + 10_000, outages });
    expect(given.body.view.clock?.deadlineAt).toBe(before + 10_000);
    const examiner = await staffOf(hall, 'examiner', room);
    const second = await credit(candidate, examiner, { from, to: proposal.to, outages });
    expect([second.refused, second.details['byName']]).toEqual(['ALREADY_DONE', '李老师']);
    const account = await accountOf(candidate);
    expect(account.clock).toMatchObject({ deadlineAt: before + 10_000 });
    expect(account.lines).toEqual([
      {
        ...{ what: 'candidate-outage', from, to: from + 10_000, ms: 10_000, waiting: false },
        by: { kind: 'staff', name: '李老师', role: 'chief-examiner' },
      },
    ]);
    console_.close();
    own.close();
  });

  it('ends with his return also where the report that ended it could not be followed up', async () => {
    const candidate = await inside();
    const [from, id] = [Date.now() - 40_000, ulid()];
    const silence = { position: 1, lastSeenAt: from, began: 'lost', fromAt: from, toAt: null } as const;
    const place = { sittingId: candidate.sittingId, roomId: room.id };
    await beat(candidate);
    const back = Date.now();
    await hall.source.getRepository(MeasuredOutageRow).insert({ id, ...place, ...silence });
    const [ended] = await until(
      () => outagesOf(candidate),
      ([first]) => first !== undefined && first.to !== null,
    );
    expect(ended).toMatchObject({ id, from });
    expect(Math.abs((ended?.to ?? 0) - back)).toBeLessThan(1_000);
  });

  it('is none where he only reloads, and is told as leaving where he left', async () => {
    const candidate = await inside();
    await beat(candidate, { leaving: true });
    await beat(candidate);
    await beat(candidate, { leaving: true });
    const seen = await until(
      () => outagesOf(candidate),
      (outages) => outages.length > 0,
    );
    expect(seen).toMatchObject([{ began: 'left', to: null }]);
    await beat(candidate);
    await until(
      () => outagesOf(candidate),
      ([first]) => first?.to !== null && first !== undefined,
    );
    expect(await outagesOf(candidate)).toHaveLength(1);
  });

  it('is nobody’s affair before the clock runs; then the second camera counts too, where the flow wants it', async () => {
    const waiting = await (await arrive(hall, room)).goTo('waiting');
    const candidate = await inside();
    const phone = createBrowser(hall.url);
    const { exam, candidate: who } = candidate.who;
    const body = { exam: exam.code, ticket: who.ticket, passcode: 'rain-bow-7', position: 2 } as const;
    await phone.call('loginCandidate', { body });
    const claim = await phone.call('claimPosition', { body: { deviceId: ulid(), takeOver: true } });
    await phone.call('reportPresence', { body: { epoch: claim.body.epoch, state: device } });
    await beat(waiting);
    await beat(candidate);
    const seen = await until(
      () => outagesOf(candidate),
      (outages) => outages.length === 2,
    );
    expect(seen.map(({ position }) => position).toSorted()).toEqual([1, 2]);
    expect(await outagesOf(waiting)).toEqual([]);
    expect(await hall.source.getRepository(MeasuredOutageRow).countBy({ sittingId: waiting.sittingId })).toBe(
      0,
    );
  });
});

describe('an outage of ours', () => {
  it('is found where our own heartbeats are missing, and given to every running clock by itself, once', async () => {
    const candidate = await inside();
    const before = await deadlineOf(candidate);
    const common = { database: async () => hall.source, clock: () => Date.now(), logger };
    const worker = startHeartbeats({ ...common, role: 'worker' });
    const api = startHeartbeats({ ...common, role: 'api' });
    const witnesses = [1, 2].map(() =>
      createWitness({ ...common, client: temporal.client, taskQueue: 'unused: the room runs already' }),
    );
    const look = () => Promise.all(witnesses.map(({ round }) => round()));
    await look();
    await api.stop();
    const gone = Date.now();
    await isPast(gone + GAP_MS + 1_000);
    await look();
    expect(await deadlineOf(candidate)).toBe(before);
    const again = startHeartbeats({ ...common, role: 'api' });
    const found = await until(
      async () => {
        await look();
        return hall.source.getRepository(OurOutage).find();
      },
      (rows) => rows.some(({ bookedAt }) => bookedAt !== null),
    );
    await Promise.all([again.stop(), worker.stop()]);
    expect(found).toHaveLength(1);
    const { fromAt = 0, toAt = 0 } = found[0] ?? {};
    expect(Math.abs(fromAt - gone)).toBeLessThan(500);
    expect(toAt - fromAt).toBeGreaterThan(GAP_MS);
    await candidate.lookUntil(({ clock }) => clock?.deadlineAt === before + toAt - fromAt);
    await look();
    const account = await accountOf(candidate);
    expect(account.lines).toMatchObject([
      { what: 'our-outage', from: fromAt, to: toAt, by: { kind: 'system' }, waiting: false },
    ]);
    expect(account.clock?.deadlineAt).toBe(before + toAt - fromAt);
  });
});

describe('the time account', () => {
  it('is empty where no clock runs', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    expect(await accountOf(candidate)).toMatchObject({ clock: null, lines: [] });
  });
});
