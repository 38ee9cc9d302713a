import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { HelpCall } from '#models/help-call';
import { HelpMessage } from '#models/help-message';
import { IdentityCase } from '#models/identity-case';
import { InterviewNote } from '#models/interview-note';
import { Session } from '#models/session';
import { createLocalStorage } from '#models/storage/local';
import { newObjectKey } from '#models/storage/port';
import { StoredObject, type StoredKind } from '#models/stored-object';
import { buildSitting } from '#models/test/factories';
import { forgetHelp, forgetNotes, TIDY_WORDS } from '../tidy/help';
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

  it('forgets what was said to support half a year after the call was closed, never of an open call', async () => {
    const { id: sittingId, examId } = await buildSitting(hall.source);
    const call = async (closedAt: number | null) => {
      const id = ulid();
      const open = closedAt === null ? sittingId : null;
      const times = { openedAt: 1, reportedAt: 1, closedAt };
      await hall.source
        .getRepository(HelpCall)
        .insert({ id, examId, sittingId, openOf: open, ...times, report: {} as HelpCall['report'] });
      const words = { id: ulid(), callId: id, staffId: null, authorName: '张三', text: '听不到', at: 1 };
      await hall.source.getRepository(HelpMessage).insert(words);
      return id;
    };
    const long = await call(NOW - TIDY_WORDS.helpMs - 1);
    const kept = [await call(NOW - 1), await call(null)].toSorted();
    expect(await forgetHelp(parts)).toBe(1);
    const calls = await hall.source.getRepository(HelpCall).findBy({ sittingId });
    expect(calls.map(({ id }) => id).toSorted()).toEqual(kept);
    const words = await hall.source.getRepository(HelpMessage).find();
    expect(words.map(({ callId }) => callId).toSorted()).toEqual(kept);
    expect(words.some(({ callId }) => callId === long)).toBe(false);
    expect(await forgetHelp(parts)).toBe(0);
  });

  it('keeps the notes of an interview for three years after its end, and for ever while it has none', async () => {
    const note = async (endedAt: number | null) => {
      const { id: sittingId } = await buildSitting(hall.source, { endedAt });
      const common = { staffId: ulid(), authorName: '王秘书', text: '回答完整', at: 1 };
      await hall.source.getRepository(InterviewNote).insert({ id: ulid(), sittingId, ...common });
      return sittingId;
    };
    await note(NOW - TIDY_WORDS.notesMs - 1);
    const kept = [await note(NOW - TIDY_WORDS.notesMs + 1), await note(null)];
    expect(await forgetNotes(parts)).toBe(1);
    const left = await hall.source.getRepository(InterviewNote).find();
    expect(left.map(({ sittingId }) => sittingId).toSorted()).toEqual(kept.toSorted());
    expect(await forgetNotes(parts)).toBe(0);
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
