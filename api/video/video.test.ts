import jsonwebtoken from 'jsonwebtoken';
import { ulid } from 'ulid';
import { buildExam, buildRoom } from '../../models/test/factories';
import type { Room } from '#models/room';
import type { StaffRole } from '#protocol/policies';
import { project } from '../live/test/views';
import { watch } from '../live/test/watch-stream';
import { createBrowser, type Browser } from '../test/browser';
import { enrol, signInCandidate, signInStaff, type Enrolled } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

const jitsi = { JITSI_DOMAIN: 'meet.example', JITSI_APP_ID: 'hall', JITSI_APP_SECRET: 'shared with Jitsi' };

describe('video stages', () => {
  let api: TestApi;
  let room: Room;
  let who: Enrolled;
  let candidate: Browser;
  beforeAll(async () => {
    api = await startApi({ set: jitsi });
  });
  beforeEach(async () => {
    room = await buildRoom(api.source);
    who = await enrol(api.source, room);
    candidate = await signInCandidate(api.url, who);
  });
  afterAll(() => api.close());

  const staff = (role: StaffRole, rooms: readonly Room[] = [room]) =>
    signInStaff(api.url, api.source, role, rooms);
  const join = (
    as: Browser,
    stage: 'waiting' | 'interview',
    given: { sittingId?: string; peerId?: string } = {},
  ) => as.call('joinStage', { body: { stage, peerId: given.peerId ?? ulid(), sittingId: given.sittingId } });
  const joined = async (as: Browser, stage: 'waiting' | 'interview', sittingId?: string) => {
    const { body, refused } = await join(as, stage, sittingId ? { sittingId } : {});
    if (refused || body.provider !== 'direct') throw new Error(`not joined: ${refused}`);
    return body;
  };
  const send = (as: Browser, stageId: string, from: string, to: string, body: unknown, id = ulid()) =>
    as.call('sendMail', { body: { stageId, id, from, to, body: body as never } });
  const readMail = (as: Browser, stageId: string, peerId: string) =>
    as.call('readMail', { query: { stageId, peerId } });

  it('are joined only while the step of the sitting has them', async () => {
    const [officer, examiner] = [await staff('waiting-officer'), await staff('examiner')];
    const { id: sittingId } = who.sitting;
    const outcomes = async () => [
      (await join(candidate, 'waiting')).refused,
      (await join(candidate, 'interview')).refused,
      (await join(officer, 'waiting', { sittingId })).refused,
      (await join(examiner, 'interview', { sittingId })).refused,
    ];
    const [yes, no] = [undefined, 'NOT_NOW'];
    expect(await outcomes()).toEqual([no, no, no, no]);
    await project(api.source, sittingId, 'notice', { revision: 1 });
    expect(await outcomes()).toEqual([no, no, no, no]);
    await project(api.source, sittingId, 'cameras', { revision: 2 });
    expect(await outcomes()).toEqual([yes, no, yes, no]);
    await project(api.source, sittingId, 'waiting', { revision: 3 });
    expect(await outcomes()).toEqual([yes, no, yes, no]);
    await project(api.source, sittingId, 'interview', { revision: 4 });
    expect(await outcomes()).toEqual([no, yes, no, yes]);
    await project(api.source, sittingId, 'interview', { revision: 5, over: { at: 2e12, interviewMs: 1 } });
    expect(await outcomes()).toEqual([no, no, no, no]);
  });

  it("refuse another's sitting, another's duty, another room, and nobody", async () => {
    const other = await enrol(api.source, room);
    for (const each of [who, other]) await project(api.source, each.sitting.id, 'waiting');
    const elsewhere = await buildRoom(api.source, { examId: room.examId });
    const sittingId = other.sitting.id;
    expect((await join(candidate, 'waiting', { sittingId })).refused).toBe('NOT_FOUND');
    expect((await join(await staff('examiner'), 'waiting', { sittingId })).refused).toBe('NOT_ALLOWED');
    const stranger = await staff('waiting-officer', [elsewhere]);
    expect((await join(stranger, 'waiting', { sittingId })).refused).toBe('NOT_FOUND');
    expect((await join(stranger, 'waiting')).refused).toBe('NOT_FOUND');
    expect((await join(createBrowser(api.url), 'waiting')).refused).toBe('NOT_SIGNED_IN');
  });

  it('introduce both devices and the officer to each other', async () => {
    await project(api.source, who.sitting.id, 'cameras');
    const second = await signInCandidate(api.url, who, 2);
    const first = await joined(candidate, 'waiting');
    const camera = await joined(second, 'waiting');
    const officer = await joined(await staff('waiting-officer'), 'waiting', who.sitting.id);
    expect(officer.peers.map(({ role, position }) => [role, position])).toEqual([
      ['candidate', 1],
      ['candidate', 2],
      ['waiting-officer', null],
    ]);
    expect(new Set([first.stageId, camera.stageId, officer.stageId]).size).toBe(1);
    expect(officer.me.name).toBe('李老师');
  });

  it('carry mail to the one it is for, until acknowledged', async () => {
    await project(api.source, who.sitting.id, 'waiting');
    const officer = await staff('waiting-officer');
    const [a, b] = [await joined(candidate, 'waiting'), await joined(officer, 'waiting', who.sitting.id)];
    const id = ulid();
    await send(candidate, a.stageId, a.me.peerId, b.me.peerId, { sdp: 'offer' }, id);
    await send(candidate, a.stageId, a.me.peerId, b.me.peerId, { sdp: 'offer' }, id);
    const { mail, peers } = (await readMail(officer, a.stageId, b.me.peerId)).body;
    expect(mail).toEqual([
      {
        id,
        stageId: a.stageId,
        from: a.me.peerId,
        fromEpoch: a.me.epoch,
        to: b.me.peerId,
        body: { sdp: 'offer' },
      },
    ]);
    expect(peers).toHaveLength(2);
    const ack = { stageId: a.stageId, peerId: b.me.peerId, ids: [id] };
    await officer.call('acknowledgeMail', { body: ack });
    expect((await readMail(officer, a.stageId, b.me.peerId)).body.mail).toEqual([]);
  });

  it('carry no mail for strangers, as somebody else, or to somebody who is not there', async () => {
    await project(api.source, who.sitting.id, 'waiting');
    const other = await enrol(api.source, room);
    await project(api.source, other.sitting.id, 'waiting');
    const stranger = await signInCandidate(api.url, other);
    const officer = await staff('waiting-officer');
    const [a, b] = [await joined(candidate, 'waiting'), await joined(officer, 'waiting', who.sitting.id)];
    const own = await joined(stranger, 'waiting');
    const { stageId } = a;
    const outcome = async (call: Promise<{ refused: string | undefined }>) => (await call).refused;
    expect(await outcome(send(stranger, stageId, own.me.peerId, b.me.peerId, 1))).toBe('NOT_ALLOWED');
    expect(await outcome(send(stranger, stageId, a.me.peerId, b.me.peerId, 1))).toBe('NOT_ALLOWED');
    expect(await outcome(send(candidate, stageId, b.me.peerId, a.me.peerId, 1))).toBe('NOT_ALLOWED');
    expect(await outcome(send(candidate, stageId, a.me.peerId, own.me.peerId, 1))).toBe('NOT_FOUND');
    expect(await outcome(send(candidate, 'no-stage', a.me.peerId, b.me.peerId, 1))).toBe('NOT_ALLOWED');
    expect(await outcome(readMail(stranger, stageId, b.me.peerId))).toBe('NOT_ALLOWED');
    const ack = { stageId, peerId: b.me.peerId, ids: [] };
    expect(await outcome(candidate.call('acknowledgeMail', { body: ack }))).toBe('NOT_ALLOWED');
    const big = 'x'.repeat(60_000);
    expect(await outcome(send(candidate, stageId, a.me.peerId, b.me.peerId, big))).toBe('TOO_LARGE');
  });

  it('put the candidate out of earshot of the waiting area once the interview begins', async () => {
    const { id: sittingId } = who.sitting;
    await project(api.source, sittingId, 'waiting', { revision: 1 });
    const officer = await staff('waiting-officer');
    const stream = await watch(officer, room.id);
    const [a, b] = [await joined(candidate, 'waiting'), await joined(officer, 'waiting', sittingId)];
    await stream.until('peers', ({ peers }) => peers.length === 2);
    await project(api.source, sittingId, 'interview', { revision: 2 });
    await stream.until('peers', ({ stageId, peers }) => stageId === a.stageId && peers.length === 0);
    expect((await send(officer, a.stageId, b.me.peerId, a.me.peerId, 'psst')).refused).toBe('NOT_ALLOWED');
    expect((await readMail(candidate, a.stageId, a.me.peerId)).refused).toBe('NOT_ALLOWED');
    expect((await join(candidate, 'waiting')).refused).toBe('NOT_NOW');
    stream.close();
  });

  it('refuse mail on a stage that is left behind at once, though nobody has noticed yet', async () => {
    const { id: sittingId } = who.sitting;
    await project(api.source, sittingId, 'waiting', { revision: 1 });
    const officer = await staff('waiting-officer');
    const [a, b] = [await joined(candidate, 'waiting'), await joined(officer, 'waiting', sittingId)];
    await project(api.source, sittingId, 'interview', { revision: 2 });
    expect((await send(officer, a.stageId, b.me.peerId, a.me.peerId, 'psst')).refused).toBe('NOT_ALLOWED');
  });

  it('replace a page that reloaded, whose mail is refused from then on', async () => {
    await project(api.source, who.sitting.id, 'waiting');
    const officer = await staff('waiting-officer');
    const before = await joined(candidate, 'waiting');
    const b = await joined(officer, 'waiting', who.sitting.id);
    await send(candidate, b.stageId, before.me.peerId, b.me.peerId, 'of before');
    const after = await joined(candidate, 'waiting');
    expect(after.me.epoch).toBeGreaterThan(before.me.epoch);
    const late = await send(candidate, b.stageId, before.me.peerId, b.me.peerId, 'late');
    expect(late.refused).toBe('NOT_ALLOWED');
    await send(candidate, b.stageId, after.me.peerId, b.me.peerId, 'of after');
    const { mail, peers } = (await readMail(officer, b.stageId, b.me.peerId)).body;
    expect(mail.map(({ body }) => body)).toEqual(['of after']);
    expect(peers.map(({ peerId }) => peerId).sort()).toEqual([after.me.peerId, b.me.peerId].sort());
  });

  it('are left', async () => {
    await project(api.source, who.sitting.id, 'waiting');
    const officer = await staff('waiting-officer');
    const [a, b] = [await joined(candidate, 'waiting'), await joined(officer, 'waiting', who.sitting.id)];
    await candidate.call('leaveStage', { body: { stageId: a.stageId, peerId: b.me.peerId } });
    expect((await readMail(officer, a.stageId, b.me.peerId)).body.peers).toHaveLength(2);
    await candidate.call('leaveStage', { body: { stageId: a.stageId, peerId: a.me.peerId } });
    expect((await readMail(officer, a.stageId, b.me.peerId)).body.peers).toHaveLength(1);
  });

  it('are Jitsi rooms where the exam says so, with a token for this room and person', async () => {
    const exam = await buildExam(api.source, { videoProvider: 'jitsi' });
    const jitsiRoom = await buildRoom(api.source, { examId: exam.id });
    const enrolled = await enrol(api.source, jitsiRoom);
    await project(api.source, enrolled.sitting.id, 'interview');
    const examiner = await staff('examiner', [jitsiRoom]);
    const tickets = [
      (await join(examiner, 'interview', { sittingId: enrolled.sitting.id })).body,
      (await join(await signInCandidate(api.url, enrolled), 'interview')).body,
    ];
    const claims = tickets.map((ticket) => {
      if (ticket.provider !== 'jitsi') throw new Error('another provider');
      expect(ticket.domain).toBe('meet.example');
      const verified = jsonwebtoken.verify(ticket.jwt, jitsi.JITSI_APP_SECRET) as jsonwebtoken.JwtPayload;
      expect(verified['room']).toBe(ticket.roomName);
      return verified;
    });
    expect(claims[0]?.['room']).toBe(claims[1]?.['room']);
    expect(claims.map((each) => (each['context'] as { user: object }).user)).toEqual([
      { id: tickets[0]?.me.peerId, name: '李老师', moderator: true },
      { id: tickets[1]?.me.peerId, name: enrolled.candidate.name, moderator: false },
    ]);
  });
});
