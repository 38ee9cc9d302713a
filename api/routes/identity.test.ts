import sharp from 'sharp';
import { ulid } from 'ulid';
import { AuditEntry } from '#models/audit-entry';
import { Candidate } from '#models/candidate';
import type { Room } from '#models/room';
import { newObjectKey } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import { createBrowser, type Browser } from '../test/browser';
import { arrive, openDay, staffOf, type TestCandidate } from '../test/day';
import { startHall, until, type TestHall } from '../test/start-hall';

let hall: TestHall;
beforeAll(async () => {
  hall = await startHall();
});
afterAll(async () => hall.close());

const jpeg = async (colour = '#567') => {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
};
const look = (by: Browser, { sittingId }: TestCandidate) =>
  by.call('readIdentity', { params: { sittingId } });
const decide = (
  by: Browser,
  { sittingId }: TestCandidate,
  verdict: 'same' | 'different' | 'unsure',
  more: { commandId?: string; cardKey?: string | null } = {},
) => {
  const { commandId = ulid(), cardKey = null } = more;
  return by.call('decideIdentity', {
    params: { sittingId },
    body: { commandId, verdict, note: null, cardKey },
  });
};

/** A candidate who asked to be checked by card: his case is open. */
const withCase = async () => {
  const room = await openDay(hall);
  const candidate = await (await arrive(hall, room)).goTo('cameras');
  const officer = await staffOf(hall, 'waiting-officer', room);
  await until(
    () => look(officer, candidate),
    ({ body }) => body.case !== null,
  );
  return { room, candidate, officer };
};

/** A registered photo as the roster brings it. */
const register = async ({ who }: TestCandidate) => {
  const key = newObjectKey();
  const bytes = Buffer.from(await (await jpeg('#234')).arrayBuffer());
  await hall.deps.storage.put(key, bytes);
  await hall.source.getRepository(StoredObject).insert({
    ...{ key, kind: 'photo', sittingId: who.sitting.id, mediaType: 'image/jpeg', bytes: bytes.length },
    digest: '0'.repeat(64),
    createdAt: Date.now(),
    deletedAt: null,
  });
  await hall.source.getRepository(Candidate).update({ id: who.candidate.id }, { photoKey: key });
};

describe('looking at identity', () => {
  it('shows registered photo, stills of the attempts, card and case side by side, and is written down', async () => {
    const room = await openDay(hall);
    const candidate = await arrive(hall, room);
    await register(candidate);
    await candidate.goTo('face-check');
    hall.face.verdict = { ...hall.face.verdict, outcome: 'no-match' };
    await candidate.must({ name: 'face-check.begin', consent: true });
    const step = candidate.view?.step;
    if (step?.kind !== 'face-check' || step.phase !== 'challenge') throw new Error('no challenge');
    const frames = [];
    for (const pose of ['front', ...step.challenges] as const) {
      const uploads = [await jpeg(), await jpeg('#678')].map((body) =>
        candidate.browser.call('uploadStill', { body }),
      );
      frames.push({ pose, keys: (await Promise.all(uploads)).map(({ body }) => body.key) });
    }
    await candidate.must({ name: 'face-check.submit', nonce: step.nonce, frames });
    await candidate.lookUntil((view) => view.step?.kind === 'face-check' && view.step.phase === 'failed');
    await candidate.must({ name: 'face-check.go-on' });
    hall.face.verdict = { ...hall.face.verdict, outcome: 'pass' };

    const officer = await staffOf(hall, 'waiting-officer', room);
    const { body } = await until(
      () => look(officer, candidate),
      (answer) => answer.body.case !== null,
    );
    expect(body.stills).toHaveLength(frames.length * 2);
    expect(body.case).toMatchObject({
      phase: 'open',
      reason: 'no-match',
      decidedBy: 'waiting-officer',
      verdict: null,
    });
    expect(body.idNumberMasked).toMatch(/\*/);
    for (const url of [body.registeredUrl ?? '', ...body.stills.map((still) => still.url)]) {
      const response = await officer.send(url);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    }
    const looks = await hall.source.getRepository(AuditEntry).findBy({ subject: candidate.sittingId });
    expect(looks[0]).toMatchObject({ action: 'identity.look', byWhom: `staff:${officer.staffId}` });
  });

  it('gives addresses that expire, cannot be changed, and open nothing to strangers', async () => {
    const { candidate, officer } = await withCase();
    await register(candidate);
    const url = (await look(officer, candidate)).body.registeredUrl ?? '';
    expect((await officer.send(url)).status).toBe(200);
    expect((await createBrowser(hall.url).send(url)).status).toBe(401);
    expect((await officer.send(url.replace(/until=\d/, 'until=9'))).status).toBe(404);
    expect((await officer.send(url.replace('/api/files/', '/api/files/x'))).status).toBe(404);
    expect((await officer.send('/api/files/nothing')).status).toBe(404);
    const real = hall.clock.now;
    hall.clock.now = () => real() + 6 * 60_000;
    const late = await officer.send(url).finally(() => (hall.clock.now = real));
    expect(late.status).toBe(404);
  });

  it('is not for examiners, who are not to be swayed', async () => {
    const { room, candidate } = await withCase();
    const examiner = await staffOf(hall, 'examiner', room);
    expect((await look(examiner, candidate)).refused).toBe('NOT_ALLOWED');
    const { body } = await examiner.call('openConsole', { params: { roomId: room.id } });
    expect(body.rows[0]?.staff?.identity).toMatchObject({ status: 'not-yet', caseId: null, reason: null });
    expect(body.rows[0]?.staff?.view.identity).toBe('not-yet');
  });
});

describe('capturing the card', () => {
  it('keeps a frame and shows it', async () => {
    const { candidate, officer } = await withCase();
    const params = { sittingId: candidate.sittingId };
    const { body } = await officer.call('captureCard', { params, body: await jpeg() });
    expect((await officer.send(body.url)).status).toBe(200);
    expect((await look(officer, candidate)).body.cardUrl).toContain(body.key);
    const notes = await officer.call('captureCard', { params, body: new Blob(['x'], { type: 'image/png' }) });
    expect(notes.refused).toBe('NOT_AN_IMAGE');
  });
});

describe('deciding identity', () => {
  it('decides once, with the card, and names who was first', async () => {
    const { room, candidate, officer } = await withCase();
    const params = { sittingId: candidate.sittingId };
    const card = await officer.call('captureCard', { params, body: await jpeg() });
    const commandId = ulid();
    const decided = await decide(officer, candidate, 'same', { commandId, cardKey: card.body.key });
    expect(decided.body).toMatchObject({ phase: 'decided', verdict: 'same', decidedByName: '李老师' });
    const again = await decide(officer, candidate, 'same', { commandId, cardKey: card.body.key });
    expect(again.body).toEqual(decided.body);
    const chief = await staffOf(hall, 'chief-examiner', room);
    const second = await decide(chief, candidate, 'different');
    expect([second.refused, second.details['byName']]).toEqual(['ALREADY_DONE', '李老师']);
    await candidate.lookUntil((view) => view.identity === 'decided');
  });

  it('wants a second person for "different"', async () => {
    const { room, candidate, officer } = await withCase();
    const first = await decide(officer, candidate, 'different');
    expect(first.body).toMatchObject({ phase: 'second-person', firstBy: `staff:${officer.staffId}` });
    expect((await decide(officer, candidate, 'different')).refused).toBe('SECOND_PERSON_NEEDED');
    const chief = await staffOf(hall, 'chief-examiner', room);
    const second = await decide(chief, candidate, 'different');
    expect(second.body).toMatchObject({ phase: 'decided', verdict: 'different', firstByName: '李老师' });
  });

  it('is for whom the flow names, the chief and the administrator', async () => {
    const { room, candidate } = await withCase();
    const invigilator = await staffOf(hall, 'invigilator', room);
    const answer = await decide(invigilator, candidate, 'same');
    expect([answer.refused, answer.details]).toEqual(['NOT_ALLOWED', { decidedBy: 'waiting-officer' }]);
  });

  it('takes no picture for a card that is none of this sitting', async () => {
    const { candidate, officer } = await withCase();
    const other = await withCase();
    const params = { sittingId: other.candidate.sittingId };
    const theirs = await other.officer.call('captureCard', { params, body: await jpeg() });
    expect((await decide(officer, candidate, 'same', { cardKey: theirs.body.key })).refused).toBe(
      'NOT_FOUND',
    );
  });

  it('finds no case where none is open', async () => {
    const room = await openDay(hall);
    const candidate = await (await arrive(hall, room)).enter();
    const officer = await staffOf(hall, 'waiting-officer', room);
    expect((await decide(officer, candidate, 'same')).refused).toBe('NOT_FOUND');
  });
});

describe.each(['readIdentity', 'captureCard', 'decideIdentity'] as const)('%s', (name) => {
  const decision = { commandId: ulid(), verdict: 'same', note: null, cardKey: null };
  const bodies = {
    readIdentity: undefined,
    captureCard: new Blob(['x'], { type: 'image/jpeg' }),
    decideIdentity: decision,
  };
  const callTo = (candidate: TestCandidate) =>
    ({ params: { sittingId: candidate.sittingId }, body: bodies[name] }) as never;
  const aCandidate = async (room?: Room) => arrive(hall, room ?? (await openDay(hall)));

  it('requires authentication', async () => {
    expect((await createBrowser(hall.url).call(name, callTo(await aCandidate()))).refused).toBe(
      'NOT_SIGNED_IN',
    );
  });
  it("refuses another's sitting", async () => {
    const officer = await staffOf(hall, 'waiting-officer', await openDay(hall));
    expect((await officer.call(name, callTo(await aCandidate()))).refused).toBe('NOT_FOUND');
  });
});
