import sharp from 'sharp';
import { buildRoom } from '../../models/test/factories';
import { createBrowser } from '../test/browser';
import { enrol, signInCandidate, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

const still = async (width: number, height: number) => {
  const picture = sharp({ create: { width, height, channels: 3, background: '#2050a0' } });
  return new Blob([new Uint8Array(await picture.jpeg().toBuffer())], { type: 'image/jpeg' });
};

describe('stills of a stage', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const stand = async () => {
    const room = await buildRoom(api.source);
    const who = await enrol(api.source, room);
    const candidate = await signInCandidate(api.url, who);
    const examiner = await signInStaff(api.url, api.source, 'examiner', [room]);
    const sittingId = who.sitting.id;
    const send = (body: Blob, position = 1) =>
      candidate.call('sendStageStill', { params: { position: position as 1 }, body });
    const readAs = (browser: { send: typeof examiner.send }, position = 1) =>
      browser.send(`/api/sittings/${sittingId}/stills/${position}`);
    return { room, who, candidate, examiner, send, readAs };
  };

  it('are kept small, the newest of each camera, for those who look into the room', async () => {
    const { send, readAs, examiner } = await stand();
    expect((await readAs(examiner)).status).toBe(404);
    expect((await send(await still(1280, 720))).status).toBe(200);
    expect((await send(await still(320, 240), 2)).status).toBe(200);
    const response = await readAs(examiner);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([width, height]).toEqual([640, 360]);
    const other = await sharp(Buffer.from(await (await readAs(examiner, 2)).arrayBuffer())).metadata();
    expect(other.width).toBe(320);
  });

  it('are gone after a minute', async () => {
    const { send, who } = await stand();
    await send(await still(320, 240));
    const left = await api.redis.pttl(`stage-still:${who.sitting.id}:1`);
    expect(left).toBeGreaterThan(50_000);
    expect(left).toBeLessThanOrEqual(60_000);
  });

  it('are refused when they are no picture, cut off or of too many pixels', async () => {
    const { send } = await stand();
    const jpeg = await (await still(1280, 720)).arrayBuffer();
    const text = new Blob(['no picture at all'], { type: 'image/jpeg' });
    const cut = new Blob([jpeg.slice(0, 700)], { type: 'image/jpeg' });
    expect((await send(text)).refused).toBe('NOT_AN_IMAGE');
    expect((await send(cut)).refused).toBe('NOT_AN_IMAGE');
    expect((await send(await still(5_000, 3_000))).refused).toBe('TOO_LARGE');
  });

  it('slow down a page that sends too many', async () => {
    const { send } = await stand();
    const picture = await still(32, 32);
    const answers = await Promise.all(Array.from({ length: 31 }, () => send(picture)));
    expect(answers.filter(({ refused }) => refused === 'SLOW_DOWN')).toHaveLength(1);
  });

  it('are for staff of the room alone', async () => {
    const { send, readAs, candidate, room } = await stand();
    await send(await still(32, 32));
    const elsewhere = await buildRoom(api.source, { examId: room.examId });
    const stranger = await signInStaff(api.url, api.source, 'examiner', [elsewhere]);
    expect((await readAs(stranger)).status).toBe(404);
    expect((await readAs(candidate)).status).toBe(403);
    expect((await readAs(createBrowser(api.url))).status).toBe(401);
  });
});
