import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityCase } from '#models/identity-case';
import { Session } from '#models/session';
import { createLocalStorage } from '#models/storage/local';
import { newObjectKey } from '#models/storage/port';
import { StoredObject, type StoredKind } from '#models/stored-object';
import { buildSitting } from '#models/test/factories';
import { startTidying } from '../tidy/queue';
import { forgetExpired, forgetStills, TIDY } from '../tidy/tidy';
import { createTestDeps, logger } from './test/deps';

const NOW = 1_800_000_000_000;
const OLD = NOW - TIDY.stillsMs - 1;

describe('tidying up', () => {
  let hall: Awaited<ReturnType<typeof createTestDeps>>;
  let folder: string;
  let parts: Parameters<typeof forgetStills>[0];
  beforeAll(async () => {
    hall = await createTestDeps();
    folder = await mkdtemp(join(tmpdir(), 'tidy-'));
    const storage = createLocalStorage({ folder, keys: [randomBytes(32)] });
    parts = { database: async () => hall.source, storage, clock: () => NOW };
  });
  afterAll(async () => {
    await hall.database.drop();
    await rm(folder, { recursive: true });
  });

  const keep = async (sittingId: string, createdAt: number, kind: StoredKind = 'still') => {
    const key = newObjectKey();
    await parts.storage.put(key, Buffer.from('picture'));
    const digest = '0'.repeat(64);
    await hall.source
      .getRepository(StoredObject)
      .insert({ key, kind, sittingId, mediaType: 'image/jpeg', bytes: 7, digest, createdAt });
    return key;
  };
  const openCase = async (sittingId: string, roomId: string, decidedAt: number | null) => {
    const common = {
      sittingId,
      roomId,
      stepId: 'face',
      reason: 'no-match',
      decidedByRole: 'waiting-officer',
    } as const;
    const state = {
      phase: decidedAt === null ? ('open' as const) : ('decided' as const),
      openedAt: OLD,
      decidedAt,
    };
    await hall.source
      .getRepository(IdentityCase)
      .insert({ ...common, ...state, caseId: `${sittingId}.face`, stills: [] });
  };

  it('deletes stills of a check that is long over, and nothing else', async () => {
    const sitting = await buildSitting(hall.source);
    const stale = await keep(sitting.id, OLD);
    const kept = [
      await keep(sitting.id, NOW - 1),
      await keep(sitting.id, OLD, 'photo'),
      await keep(sitting.id, OLD, 'card'),
    ];
    expect(await forgetStills(parts)).toBe(1);
    expect(await parts.storage.exists(stale)).toBe(false);
    expect(await Promise.all(kept.map((key) => parts.storage.exists(key)))).toEqual([true, true, true]);
    expect(await forgetStills(parts)).toBe(0);
  });

  it('keeps stills as long as a person may still have to look at them', async () => {
    const [open, fresh, long] = [
      await buildSitting(hall.source),
      await buildSitting(hall.source),
      await buildSitting(hall.source),
    ];
    await openCase(open.id, open.roomId, null);
    await openCase(fresh.id, fresh.roomId, NOW - 1);
    await openCase(long.id, long.roomId, OLD);
    const keys = [await keep(open.id, OLD), await keep(fresh.id, OLD), await keep(long.id, OLD)];
    expect(await forgetStills(parts)).toBe(1);
    expect(await Promise.all(keys.map((key) => parts.storage.exists(key)))).toEqual([true, true, false]);
  });

  it('forgets sessions a month after they ended', async () => {
    const row = (tokenHash: string, expiresAt: number) => ({
      tokenHash: tokenHash.repeat(64),
      kind: 'staff' as const,
      subjectId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      position: null,
      createdAt: 1,
      expiresAt,
      revokedAt: null,
    });
    await hall.source.getRepository(Session).insert([row('a', NOW - TIDY.expiredMs - 1), row('b', NOW - 1)]);
    expect(await forgetExpired(parts)).toBe(1);
    expect(await hall.source.getRepository(Session).count()).toBe(1);
  });

  it('is done by the queue, a batch at a time', async () => {
    const sitting = await buildSitting(hall.source);
    const keys = await Promise.all(Array.from({ length: TIDY.batch + 1 }, () => keep(sitting.id, OLD)));
    const redisUrl = process.env.TEST_REDIS_URL ?? '';
    const tidying = startTidying({
      ...parts,
      redisUrl,
      name: `tidy-${randomBytes(4).toString('hex')}`,
      logger,
    });
    await tidying.soon();
    const left = async () =>
      (await Promise.all(keys.map((key) => parts.storage.exists(key)))).filter(Boolean).length;
    for (let tries = 0; tries < 200 && (await left()) > 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await left()).toBe(0);
    await tidying.close();
  });
});
