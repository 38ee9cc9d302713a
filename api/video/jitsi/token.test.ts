import { randomBytes } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import { ulid } from 'ulid';
import type { Peer } from '#protocol/live.schema';
import type { Boarding } from '../port';
import type { StageKey } from '../stage';
import { createJitsiProvider } from './jitsi-provider';
import { roomNameOf } from './room-name';
import type { JitsiConfig } from './token';

const config: JitsiConfig = {
  domain: 'meet.example:8443',
  xmppDomain: 'meet.example',
  appId: 'examhall',
  appSecret: 'a-secret-of-the-installation',
};
const secret = randomBytes(32);
const key: StageKey = { sittingId: ulid(), stage: 'interview', generation: 1_764_000_000_000 };
const me: Peer = { peerId: ulid(), epoch: 7, role: 'examiner', name: '赵老师', position: null };
const NOW = 1_764_000_000_000;
const seconds = (ms: number) => Math.floor(ms / 1_000);

const ticketFor = async (given: Partial<Boarding> = {}, now = NOW) => {
  const provider = createJitsiProvider(config, secret, () => now);
  const ticket = await provider.ticket({ key, me, slot: 'staff:x', moderator: false, ...given });
  if (ticket.provider !== 'jitsi') throw new Error('another provider');
  return ticket;
};
/** As a Jitsi would read it, by a library that has nothing to do with the one that made it. */
const verify = (jwt: string, given: { secret?: string; audience?: string; now?: number } = {}) =>
  jsonwebtoken.verify(jwt, given.secret ?? config.appSecret, {
    algorithms: ['HS256'],
    issuer: config.appId,
    audience: given.audience ?? 'jitsi',
    subject: config.xmppDomain,
    clockTimestamp: seconds(given.now ?? NOW),
  });

describe('a Jitsi ticket', () => {
  it('carries the documented claims', async () => {
    const { jwt, roomName, domain } = await ticketFor();
    expect(domain).toBe('meet.example:8443');
    expect(verify(jwt)).toEqual({
      iss: 'examhall',
      aud: 'jitsi',
      sub: 'meet.example',
      room: roomName,
      nbf: seconds(NOW) - 30,
      exp: seconds(NOW) + 600,
      context: { user: { id: me.peerId, name: '赵老师', moderator: false } },
    });
    expect(jsonwebtoken.decode(jwt, { complete: true })?.header).toEqual({ alg: 'HS256', typ: 'JWT' });
  });

  it.each([true, false])('says moderator %s as the stage decided', async (moderator) => {
    expect(verify((await ticketFor({ moderator })).jwt)).toMatchObject({ context: { user: { moderator } } });
  });

  it('is refused when tampered with, expired, early, of another secret or for another audience', async () => {
    const { jwt } = await ticketFor();
    const [head = '', body = '', signature = ''] = jwt.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { context: { user: object } };
    const raised = { ...claims, context: { user: { ...claims.context.user, moderator: true } } };
    const forged = [head, Buffer.from(JSON.stringify(raised)).toString('base64url'), signature].join('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${body}.`;
    expect(() => verify(forged)).toThrow('invalid signature');
    expect(() => verify(none)).toThrow(jsonwebtoken.JsonWebTokenError);
    expect(() => verify(jwt, { secret: 'another' })).toThrow('invalid signature');
    expect(() => verify(jwt, { audience: 'other' })).toThrow('jwt audience invalid');
    expect(() => verify(jwt, { now: NOW + 11 * 60_000 })).toThrow('jwt expired');
    expect(() => verify(jwt, { now: NOW - 60_000 })).toThrow('jwt not active');
  });

  it('is minted again with a later end and for the same room', async () => {
    const [first, again] = [await ticketFor(), await ticketFor({}, NOW + 300_000)];
    expect(again.roomName).toBe(first.roomName);
    expect(verify(again.jwt, { now: NOW + 12 * 60_000 })).toMatchObject({ exp: seconds(NOW) + 900 });
  });

  it('names a room of its own for each candidate, stage, interview and installation', () => {
    const keys: StageKey[] = [
      key,
      { ...key, sittingId: ulid() },
      { ...key, stage: 'waiting' },
      { ...key, generation: key.generation + 1 },
    ];
    const names = [...keys.map((each) => roomNameOf(each, secret)), roomNameOf(key, randomBytes(32))];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{26}$/);
    expect(names[0]).not.toContain(key.sittingId.toLowerCase());
  });

  it('opens no other room: the room stands in the token', async () => {
    const { jwt } = await ticketFor();
    const other = roomNameOf({ ...key, sittingId: ulid() }, secret);
    expect(verify(jwt)).not.toMatchObject({ room: other });
  });
});
