import sharp from 'sharp';
import { ulid } from 'ulid';
import { contract, type Contract } from '#contract';
import type { Endpoint } from '#contract/endpoint';
import { Paper } from '#models/paper';
import type { Room } from '#models/room';
import { newObjectKey } from '#models/storage/port';
import type { HelpReport } from '#protocol/help.schema';
import type { RoomOrder, SittingOrder } from '#protocol/orders.schema';
import { abilities, may, staffRoles, type Ability, type StaffRole } from '#protocol/policies';
import { buildRoom } from '../models/test/factories';
import { roomOrderAbilities, sittingOrderAbilities } from './rooms/order-abilities';
import { createBrowser, type Browser } from './test/browser';
import { enrol, signInCandidate, signInStaff, type Enrolled } from './test/people';
import { startApi, type TestApi } from './test/start-api';

/** A place where things are asked for, seen from the people below: theirs, next door, or another exam's. */
const where = ['own', 'sibling', 'foreign'] as const;
type Where = (typeof where)[number];
interface Place {
  readonly room: Room;
  readonly enrolled: Enrolled;
  readonly callId: string;
  readonly paperId: string;
}
const persons = ['nobody', 'candidate', 'second-device', ...staffRoles] as const;
type Person = (typeof persons)[number];
const isStaff = (person: Person): person is StaffRole => (staffRoles as readonly string[]).includes(person);

let api: TestApi;
let places: Record<Where, Place>;
let browsers: Record<Person, Browser>;

const helpReport: HelpReport = {
  ...{ position: 1, stepId: null, device: null, faults: [], lacks: [] },
  ...{ browser: 'Chrome', screen: '1440 × 900', language: 'zh' },
};

/** A candidate who has shown a picture and called for help, so that an answer "nothing there" is never the right one. */
const placeIn = async (room: Room): Promise<Place> => {
  const enrolled = await enrol(api.source, room);
  const device = await signInCandidate(api.url, enrolled);
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#567' } })
    .jpeg()
    .toBuffer();
  const body = new Blob([new Uint8Array(picture)], { type: 'image/jpeg' });
  const shown = await device.call('sendStageStill', { params: { position: 1 }, body });
  if (shown.refused) throw new Error(`no picture could be shown: ${shown.refused}`);
  const callId = ulid();
  const called = await device.call('askForHelp', { body: { id: callId, report: helpReport } });
  if (called.refused) throw new Error(`nobody could be called: ${called.refused}`);
  return { room, enrolled, callId, paperId: await keepPaper(room) };
};

/** A paper that somebody uploaded to the room's exam. */
const keepPaper = async ({ examId }: Room): Promise<string> => {
  const [id, key] = [ulid(), newObjectKey()];
  const title = { zh: '试卷', en: 'Paper' };
  await api.deps.storage.put(key, Buffer.alloc(2_000, ' '));
  await api.source.getRepository(Paper).insert({
    ...{ id, examId, title, form: 'pdf', pages: 1, questions: null, points: null, bytes: 2_000 },
    ...{ digest: 'd'.repeat(64), sourceKey: key, contentKey: key, secretKey: null },
    ...{ mark: { offset: 0, length: 1_200 }, createdAt: 1, createdBy: 'system' },
  });
  return id;
};
const signIn = async (person: Person): Promise<Browser> => {
  const { room, enrolled } = places.own;
  if (person === 'nobody') return createBrowser(api.url);
  if (person === 'candidate') return signInCandidate(api.url, enrolled);
  if (person === 'second-device') return signInCandidate(api.url, enrolled, 2);
  return signInStaff(api.url, api.source, person, [room], { examId: room.examId });
};

beforeAll(async () => {
  api = await startApi();
  const own = await buildRoom(api.source);
  places = {
    own: await placeIn(own),
    sibling: await placeIn(await buildRoom(api.source, { examId: own.examId })),
    foreign: await placeIn(await buildRoom(api.source)),
  };
  const signedIn = await Promise.all(persons.map(async (person) => [person, await signIn(person)] as const));
  browsers = Object.fromEntries(signedIn) as Record<Person, Browser>;
});
afterAll(async () => api.close());

const endpoints = Object.entries(contract) as [keyof Contract, Endpoint][];
const namesPlace = ({ path }: Endpoint) => /:(roomId|sittingId|examId)/.test(path);

/** What the contract and the policies say of it, before anything of the request itself is read. */
function expected({ who, path }: Endpoint, person: Person, at: Where | null): string {
  if (who === 'anyone') return 'admitted';
  if (person === 'nobody') return 'NOT_SIGNED_IN';
  if (who === 'signed-in') return 'admitted';
  if (who === 'candidate') return person === 'candidate' ? 'admitted' : 'NOT_ALLOWED';
  if (who === 'device') return isStaff(person) ? 'NOT_ALLOWED' : 'admitted';
  if (!isStaff(person)) return 'NOT_ALLOWED';
  const ability: Ability = who === 'staff' ? 'look into a room' : who.ability;
  if (!(abilities[ability] as readonly string[]).includes(person)) return 'NOT_ALLOWED';
  if (at === null) return 'admitted';
  const { room } = places[at];
  const member = { role: person, examId: places.own.room.examId, roomIds: [places.own.room.id] };
  const isWhole = path.includes(':examId');
  const isTheirs = isWhole ? at !== 'foreign' : may(member, ability, { id: room.id, examId: room.examId });
  return isTheirs ? 'admitted' : 'NOT_FOUND';
}

const params = ({ room, enrolled, callId, paperId }: Place): Record<string, string> => ({
  roomId: room.id,
  sittingId: enrolled.sitting.id,
  callId,
  examId: room.examId,
  versionId: enrolled.exam.flowVersionId ?? '',
  questionId: 'q1',
  position: '1',
  stepId: 'paper',
  staffId: enrolled.sitting.id,
  name: 'poster.png',
  paperId,
  takeId: enrolled.sitting.id,
  trial: '1',
  part: '0',
  of: 'camera',
});

/** Asks with a body that nobody takes: whoever is admitted hears about the body, and nothing is changed. */
async function ask(endpoint: Endpoint, browser: Browser, place: Place): Promise<string> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params(place)[name] ?? '');
  const init: RequestInit = { method: endpoint.method };
  if (endpoint.body) Object.assign(init, { body: '[]', headers: { 'content-type': 'application/json' } });
  const query = endpoint.query && endpoint.output !== 'stream' ? '?nonsense=1' : '';
  const response = await browser.send(path + query, init);
  if (endpoint.output === 'stream' && response.ok) {
    await response.body?.cancel();
    return 'admitted';
  }
  const text = await response.text();
  if (response.ok) return 'admitted';
  const { refused } = JSON.parse(text) as { refused: string };
  return reachedHandler(endpoint, refused) ? 'admitted' : refused;
}

function reachedHandler(endpoint: Endpoint, refused: string): boolean {
  if (endpoint.body === 'picture') return refused === 'NOT_AN_IMAGE';
  if (endpoint.body || endpoint.query) return refused === 'MALFORMED';
  return !['NOT_SIGNED_IN', 'NOT_ALLOWED', 'NOT_FOUND'].includes(refused);
}

describe.each(endpoints.filter(([name]) => name !== 'logout'))('%s', (_, endpoint) => {
  const seen: readonly (Where | null)[] = namesPlace(endpoint) ? where : [null];
  it.each(persons)('admits or refuses %s as the policies say', async (person) => {
    for (const at of seen) {
      const answer = await ask(endpoint, browsers[person], places[at ?? 'own']);
      expect([at, answer]).toEqual([at, expected(endpoint, person, at)]);
    }
  });
});

describe('signing out', () => {
  it.each(persons)('is for whoever is signed in: %s', async (person) => {
    const browser = await signIn(person);
    const { refused = 'admitted' } = await browser.call('logout');
    expect(refused).toBe(person === 'nobody' ? 'NOT_SIGNED_IN' : 'admitted');
  });
});

const reason = 'for this test';
const sittingOrders: Record<SittingOrder['kind'], SittingOrder> = {
  defer: { kind: 'defer' },
  waive: { kind: 'waive', step: 'cameras', requirement: 'second-camera', reason },
  dispatch: { kind: 'dispatch', question: 'q1' },
  extend: { kind: 'extend', ms: 60_000, reason },
  pause: { kind: 'pause', reason },
  resume: { kind: 'resume' },
  credit: { kind: 'credit', cause: 'our-outage', from: 1, to: 2, reason },
  end: { kind: 'end' },
  'undo-end': { kind: 'undo-end' },
  'ask-for-room': { kind: 'ask-for-room' },
  reopen: { kind: 'reopen', ms: 60_000, reason },
  collect: { kind: 'collect', reason },
};
const roomOrders = (sittingId: string): Record<RoomOrder['kind'], RoomOrder> => ({
  invite: { kind: 'invite', sittingId, called: true },
  pause: { kind: 'pause', reason },
  resume: { kind: 'resume' },
  extend: { kind: 'extend', ms: 60_000, reason },
  close: { kind: 'close' },
  'fall-back-video': { kind: 'fall-back-video' },
  reopen: { kind: 'reopen', reason },
  dispatch: { kind: 'dispatch', paper: 'paper' },
  collect: { kind: 'collect', paper: 'paper' },
});
const allowed = (role: StaffRole, ability: Ability) =>
  (abilities[ability] as readonly string[]).includes(role);

describe.each(staffRoles)('orders of a %s', (role) => {
  it.each(Object.values(sittingOrders))('$kind to a sitting: by its ability', async (order) => {
    const call = {
      params: { sittingId: places.own.enrolled.sitting.id },
      body: { commandId: ulid(), order },
    };
    const { refused } = await browsers[role].call('orderSitting', call);
    // Temporal is away here: whoever is allowed hears that, and nothing happens.
    expect(refused).toBe(allowed(role, sittingOrderAbilities[order.kind]) ? 'UNAVAILABLE' : 'NOT_ALLOWED');
  });

  it.each(['pause', 'resume', 'extend', 'close', 'reopen', 'invite', 'dispatch', 'collect'] as const)(
    '%s to the room: by its ability',
    async (kind) => {
      const { room, enrolled } = places.own;
      const order = roomOrders(enrolled.sitting.id)[kind];
      const call = { params: { roomId: room.id }, body: { commandId: ulid(), order } };
      const { refused } = await browsers[role].call('orderRoom', call);
      // An invitation is judged first, and this candidate does not wait.
      const reached = kind === 'invite' ? 'NOT_NOW' : 'UNAVAILABLE';
      expect(refused).toBe(allowed(role, roomOrderAbilities[kind]) ? reached : 'NOT_ALLOWED');
    },
  );

  it("invites nobody of another's room", async () => {
    const order = roomOrders(places.foreign.enrolled.sitting.id).invite;
    const call = { params: { roomId: places.own.room.id }, body: { commandId: ulid(), order } };
    const { refused } = await browsers[role].call('orderRoom', call);
    expect(refused).toBe(allowed(role, 'invite a candidate') ? 'NOT_FOUND' : 'NOT_ALLOWED');
  });
});

describe.each(staffRoles)("another's room, named in the request, to a %s", (role) => {
  it('gives no stream', async () => {
    const response = await browsers[role].send(`/api/live?room=${places.foreign.room.id}`);
    expect([403, 404]).toContain(response.status);
    await response.body?.cancel();
  });

  it('gives no stage', async () => {
    const body = { stage: 'waiting', sittingId: places.foreign.enrolled.sitting.id, peerId: ulid() } as const;
    const { refused } = await browsers[role].call('joinStage', { body });
    expect(['NOT_FOUND', 'NOT_ALLOWED']).toContain(refused);
  });

  it('takes no message', async () => {
    const text = {
      audience: 'candidate',
      sittingId: places.foreign.enrolled.sitting.id,
      id: ulid(),
      text: 'x',
    } as const;
    const call = { params: { roomId: places.own.room.id }, body: text };
    const { refused } = await browsers[role].call('writeAsStaff', call);
    expect(['NOT_FOUND', 'NOT_ALLOWED']).toContain(refused);
  });
});
