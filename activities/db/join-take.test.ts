import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { createLocalStorage } from '#models/storage/local';
import { newObjectKey } from '#models/storage/port';
import { TakeFile } from '#models/take-file';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import { createFfmpeg } from '../media/ffmpeg';
import { joinWanted, JOINING, type JoiningParts } from '../media/joining';
import { startJoining } from '../media/queue';
import { createTestDeps, logger } from './test/deps';

const programs = process.env['FFMPEG_DIR'] ?? '';
const program = (name: string) => (programs === '' ? name : join(programs, name));
const SLICES = 5;

describe('a take is joined', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let folder: string;
  let parts: JoiningParts;
  let now: number;
  beforeAll(async () => {
    hall = await createTestDeps();
    folder = mkdtempSync(join(tmpdir(), 'join-'));
    const storage = createLocalStorage({ folder: join(folder, 'storage'), keys: [randomBytes(32)] });
    const ffmpeg = createFfmpeg(programs);
    const workshop = join(folder, 'workshop');
    parts = { database: async () => hall.source, storage, ffmpeg, workshop, clock: () => now, logger };
  });
  beforeEach(() => {
    now = 1_800_000_000_000;
  });
  afterAll(async () => {
    await hall.database.drop();
    rmSync(folder, { recursive: true });
  });
  const files = () => hall.source.getRepository(TakeFile);

  /** As a browser records: without an index and, for webm, without a duration. */
  const film = (
    kind: 'webm' | 'mp4',
    seconds: number,
    sound: 'tone' | 'nothing' | 'no-track' = 'tone',
  ): Buffer => {
    const file = join(folder, `${ulid()}.${kind}`);
    const tone = sound === 'tone' ? 'sine=frequency=440' : 'anullsrc=r=48000:cl=mono';
    const codecs =
      kind === 'webm'
        ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus', '-live', '1']
        : ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov'];
    const audio = sound === 'no-track' ? [] : ['-f', 'lavfi', '-i', tone];
    const source = `testsrc=size=320x240:rate=15`;
    execFileSync(
      program('ffmpeg'),
      [
        '-loglevel',
        'error',
        '-f',
        'lavfi',
        '-i',
        source,
        ...audio,
        '-t',
        String(seconds),
        '-g',
        '15',
        ...codecs,
        file,
      ],
      { stdio: 'inherit' },
    );
    return readFileSync(file);
  };

  const keep = async (
    takeId: string,
    segment: number,
    bytes: Buffer,
    given: { mediaType?: string; span?: number; without?: number } = {},
  ) => {
    const { mediaType = 'video/webm', span = 1, without } = given;
    const place = { takeId, position: 1 as const, segment };
    const run = { ...place, span, mediaType, epoch: 1, declared: null, createdAt: now };
    await hall.source.getRepository(TakeSegment).insert(run);
    const size = Math.ceil(bytes.length / SLICES);
    for (let seq = 0; seq < SLICES; seq += 1) {
      if (seq === without) continue;
      const slice = bytes.subarray(seq * size, (seq + 1) * size);
      const key = newObjectKey();
      await parts.storage.put(key, slice);
      await hall.source.getRepository(TakeSlice).insert({
        ...{
          id: ulid(),
          ...place,
          sittingId: ulid(),
          seq,
          fromMs: seq * 1_000 + 40,
          toMs: seq * 1_000 + 1_040,
        },
        ...{ digest: createHash('sha256').update(slice).digest('hex'), bytes: slice.length, state: 'stored' },
        ...{ offset: slice.length, key, createdAt: now, receivedAt: now },
      });
    }
  };
  const want = (takeId: string) =>
    files().insert({
      ...{
        takeId,
        position: 1,
        state: 'wanted',
        wish: 1,
        attempts: 0,
        dueAt: now,
        failure: null,
        pieces: [],
      },
      ...{ posterKey: null, mediaType: null, durationMs: null, width: null, height: null, sound: null },
      ...{ timeline: null, joinedAt: null },
    });
  const rowOf = (takeId: string) => files().findOneByOrFail({ takeId });
  const whole = async ({ pieces }: TakeFile): Promise<string> => {
    const stored = await Promise.all(pieces.map(({ key }) => parts.storage.get(key)));
    const file = join(folder, `${ulid()}.film`);
    execFileSync('tee', [file], {
      input: Buffer.concat(stored.filter((each) => each !== null)),
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    return file;
  };
  /** Instants of the pictures, in ms. */
  const picturesOf = (file: string): number[] =>
    execFileSync(program('ffprobe'), [
      ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file],
    ])
      .toString()
      .trim()
      .split('\n')
      .map((line) => Math.round(Number.parseFloat(line) * 1_000))
      .toSorted((a, b) => a - b);

  it.each(['webm', 'mp4'] as const)(
    'into one %s that says how long it is, can be sought in, has sound, a poster and no gap',
    async (kind) => {
      const takeId = ulid();
      await keep(takeId, 1, film(kind, 6), { mediaType: `video/${kind}` });
      await want(takeId);
      expect(await joinWanted(parts)).toBe(1);
      const row = await rowOf(takeId);
      expect(row).toMatchObject({
        ...{
          state: 'ready',
          failure: null,
          mediaType: `video/${kind}`,
          width: 320,
          height: 240,
          sound: 'heard',
        },
        timeline: [{ segment: 1, span: 1, fromMs: 40, fileMs: 0 }],
      });
      expect(Math.abs((row.durationMs ?? 0) - 6_000)).toBeLessThan(150);
      const pictures = picturesOf(await whole(row));
      expect(pictures.length).toBeGreaterThanOrEqual(88);
      expect(Math.max(...pictures.slice(1).map((at, index) => at - (pictures[index] ?? 0)))).toBeLessThan(
        300,
      );
      const poster = await parts.storage.get(row.posterKey ?? '');
      expect(poster?.subarray(0, 2).toString('hex')).toBe('ffd8');
    },
  );

  it('of several segments, one after another, and says where each of them stands', async () => {
    const takeId = ulid();
    await keep(takeId, 1, film('webm', 3));
    await keep(takeId, 2, film('webm', 4), { span: 2 });
    await want(takeId);
    await joinWanted(parts);
    const row = await rowOf(takeId);
    expect(row.timeline).toMatchObject([
      { segment: 1, span: 1, fileMs: 0 },
      { segment: 2, span: 2 },
    ]);
    expect(Math.abs((row.timeline?.[1]?.fileMs ?? 0) - 3_000)).toBeLessThan(150);
    expect(Math.abs((row.durationMs ?? 0) - 7_000)).toBeLessThan(300);
  });

  it('without sound, or with a microphone that hears nothing, and says so', async () => {
    const [mute, silent] = [ulid(), ulid()];
    await keep(mute, 1, film('webm', 2, 'no-track'));
    await keep(silent, 1, film('webm', 2, 'nothing'));
    await want(mute);
    await want(silent);
    expect(await joinWanted(parts)).toBe(2);
    expect([(await rowOf(mute)).sound, (await rowOf(silent)).sound]).toEqual(['none', 'silent']);
  });

  it('as far as it arrived, where its end is missing; and again once that is there', async () => {
    const takeId = ulid();
    const bytes = film('webm', 5);
    await keep(takeId, 1, bytes, { without: SLICES - 1 });
    await want(takeId);
    await joinWanted(parts);
    const before = await rowOf(takeId);
    expect(before.state).toBe('ready');
    expect(before.durationMs).toBeLessThan(4_900);
    const size = Math.ceil(bytes.length / SLICES);
    const rest = bytes.subarray((SLICES - 1) * size);
    const key = newObjectKey();
    await parts.storage.put(key, rest);
    await hall.source.getRepository(TakeSlice).insert({
      ...{ id: ulid(), takeId, position: 1, segment: 1, sittingId: ulid(), seq: SLICES - 1, fromMs: 4_040 },
      ...{ toMs: 5_040, digest: '0'.repeat(64), bytes: rest.length, state: 'stored', offset: rest.length },
      ...{ key, createdAt: now, receivedAt: now },
    });
    await files().update({ takeId }, { state: 'wanted', wish: 2, dueAt: now, attempts: 0 });
    now += 1;
    expect(await joinWanted(parts)).toBe(1);
    const after = await rowOf(takeId);
    expect(Math.abs((after.durationMs ?? 0) - 5_000)).toBeLessThan(150);
    for (const piece of before.pieces) expect(await parts.storage.exists(piece.key)).toBe(false);
  });

  it('what cannot be read is tried again, later each time, then shown as failed with its slices kept', async () => {
    const takeId = ulid();
    await keep(takeId, 1, randomBytes(20_000));
    await want(takeId);
    for (let attempt = 1; attempt <= JOINING.attempts; attempt += 1) {
      expect(await joinWanted(parts)).toBe(0);
      const row = await rowOf(takeId);
      expect(row).toMatchObject({ attempts: attempt, failure: 'UNREADABLE' });
      expect(row.state).toBe(attempt < JOINING.attempts ? 'wanted' : 'failed');
      expect(row.dueAt).toBeGreaterThan(now);
      now = row.dueAt;
    }
    expect(await joinWanted(parts)).toBe(0);
    const slices = await hall.source.getRepository(TakeSlice).findBy({ takeId });
    expect(slices).toHaveLength(SLICES);
    for (const { key } of slices) expect(await parts.storage.exists(key ?? '')).toBe(true);
  });

  it('and nothing of it stays in the clear, also of a process that was killed', async () => {
    const left = join(parts.workshop, 'take-of-the-dead');
    mkdirSync(left, { recursive: true });
    const fresh = join(parts.workshop, 'take-of-another');
    mkdirSync(fresh);
    const long = (Date.now() - 2 * JOINING.leaseMs) / 1_000;
    utimesSync(left, long, long);
    await joinWanted(parts);
    expect(readdirSync(parts.workshop)).toEqual(['take-of-another']);
    rmSync(fresh, { recursive: true });
  });

  it('again by another worker, where the one that had begun is dead', async () => {
    const takeId = ulid();
    await keep(takeId, 1, film('webm', 2));
    await want(takeId);
    await files().update({ takeId }, { state: 'joining', dueAt: now + JOINING.leaseMs, attempts: 1 });
    expect(await joinWanted(parts)).toBe(0);
    now += JOINING.leaseMs;
    expect(await joinWanted(parts)).toBe(1);
  });

  it('by the queue, which reminds of the rows', async () => {
    const takeId = ulid();
    await keep(takeId, 1, film('webm', 2));
    await want(takeId);
    const redisUrl = process.env['TEST_REDIS_URL'] ?? '';
    const joining = startJoining({ ...parts, redisUrl, name: `takes-${ulid()}` });
    try {
      for (let tries = 0; (await rowOf(takeId)).state !== 'ready' && tries < 300; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await rowOf(takeId)).state).toBe('ready');
    } finally {
      await joining.close();
    }
  });
});
