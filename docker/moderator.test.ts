import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mintToken, type JitsiConfig } from '../api/video/jitsi/token';
import { debianRoot, ROOT } from './test/debian';
import { layOutProsody, startProsody, type Prosody, type ProsodyPlace } from './test/prosody';
import { connect, type Xmpp } from './test/xmpp';

const run = promisify(execFile);
const MUC = 'http://jabber.org/protocol/muc';
const config: JitsiConfig = {
  domain: 'meet.example',
  xmppDomain: 'meet.jitsi',
  appId: 'examhall',
  appSecret: 'a-secret-of-this-test',
};
const FOCUS = 'word-of-jicofo';

describe("prosody with the product's module", () => {
  let place: ProsodyPlace;
  let prosody: Prosody;
  let focus: Xmpp;
  beforeAll(async () => {
    place = await layOutProsody({ ...config, focus: FOCUS });
    prosody = await startProsody(place);
    const password = { user: 'focus', secret: FOCUS };
    focus = await connect(prosody.port, { host: 'auth.meet.jitsi', password });
  });
  afterAll(async () => {
    await prosody?.stop();
    place?.remove();
  });

  let rooms = 0;
  const openRoom = async () => {
    const name = `e${(rooms += 1)}room`;
    await joinAs(focus, name, 'focus');
    return name;
  };
  const addressOf = (room: string, nick = '') => `${room}@muc.meet.jitsi${nick && `/${nick}`}`;
  const joinAs = (who: Xmpp, room: string, nick: string) => {
    const join = `<presence to="${addressOf(room, nick)}" xmlns="jabber:client"><x xmlns="${MUC}"/></presence>`;
    return who.send(
      join,
      (stanza) => stanza.includes(addressOf(room, nick)) && /code=['"]110|type=['"]error/.test(stanza),
    );
  };
  const tokenFor = (room: string, moderator: boolean, given: Partial<JitsiConfig> = {}, now = Date.now()) =>
    mintToken({ ...config, ...given }, room, { id: 'x', name: '赵老师', moderator }, now);
  const enter = async (room: string, nick: string, moderator: boolean) => {
    const token = await tokenFor(room, moderator);
    const who = await connect(prosody.port, { host: 'meet.jitsi', token });
    return { who, presence: await joinAs(who, room, nick) };
  };
  const isNow = (room: string, nick: string, role: string) => (stanza: string) =>
    stanza.includes(`from='${addressOf(room, nick)}'`) && stanza.includes(`role='${role}'`);
  const ask = (who: Xmpp, room: string, space: string, inner: string) => {
    const id = `ask${Math.random()}`;
    const query = `<iq type="set" to="${addressOf(room)}" id="${id}" xmlns="jabber:client"><query xmlns="${MUC}#${space}">${inner}</query></iq>`;
    return who.send(query, (stanza) => stanza.startsWith('<iq') && stanza.includes(id));
  };
  const bare = (who: Xmpp) => who.address.split('/')[0];

  it('is well configured, and the module compiles', async () => {
    const luac = join(debianRoot(), 'usr/bin/luac5.4');
    await run(luac, ['-p', join(ROOT, 'docker/jitsi/prosody-plugins/mod_examhall_moderator.lua')], {
      env: place.env,
    });
    const { stdout } = await run('lua5.4', [...place.launcher('prosodyctl'), 'check', 'config'], {
      env: place.env,
    });
    expect(stdout).toContain('All checks passed');
  });

  it('makes a moderator of whom the token names, at joining', async () => {
    const room = await openRoom();
    const { who } = await enter(room, 'officer', true);
    expect(await who.hears(isNow(room, 'officer', 'moderator'))).toContain("affiliation='owner'");
  });

  it('makes nobody else a moderator, also not the first one to come', async () => {
    const room = await openRoom();
    const { presence } = await enter(room, 'candidate', false);
    expect(presence).toContain("role='participant'");
    expect(presence).toContain("affiliation='none'");
  });

  it('lets neither a moderator nor jicofo give the room away', async () => {
    const room = await openRoom();
    const officer = await enter(room, 'officer', true);
    const candidate = await enter(room, 'candidate', false);
    const grant = `<item affiliation="owner" jid="${bare(candidate.who)}"/>`;
    for (const who of [officer.who, focus, candidate.who])
      expect(await ask(who, room, 'admin', grant)).toContain("type='error'");
    const role = '<item role="moderator" nick="candidate"/>';
    for (const who of [officer.who, focus])
      expect(await ask(who, room, 'admin', role)).toContain("type='error'");
  });

  it('lets nobody take it from whom the token names', async () => {
    const room = await openRoom();
    const first = await enter(room, 'officer', true);
    const second = await enter(room, 'second', true);
    const drop = `<item affiliation="none" jid="${bare(second.who)}"/>`;
    expect(await ask(first.who, room, 'admin', drop)).toContain("type='error'");
    expect(await ask(first.who, room, 'admin', '<item role="participant" nick="second"/>')).toContain(
      "type='error'",
    );
  });

  it('lets a moderator put somebody out, and nobody else', async () => {
    const room = await openRoom();
    const officer = await enter(room, 'officer', true);
    const candidate = await enter(room, 'candidate', false);
    expect(await ask(candidate.who, room, 'admin', '<item role="none" nick="officer"/>')).toContain(
      "type='error'",
    );
    expect(await ask(officer.who, room, 'admin', '<item role="none" nick="candidate"/>')).toContain(
      "type='result'",
    );
  });

  it('lets nobody lock a room or close it', async () => {
    const room = await openRoom();
    const officer = await enter(room, 'officer', true);
    const form =
      '<x xmlns="jabber:x:data" type="submit"><field var="muc#roomconfig_roomsecret"><value>x</value></field></x>';
    expect(await ask(officer.who, room, 'owner', form)).toContain('not-allowed');
    expect(await ask(officer.who, room, 'owner', '<destroy/>')).toContain('not-allowed');
  });

  it('lets nobody into a room, or make one, that his token does not name', async () => {
    const [room, other] = [await openRoom(), await openRoom()];
    const { who } = await enter(room, 'officer', true);
    expect(await joinAs(who, other, 'officer')).toContain('not-allowed');
    expect(await joinAs(who, 'unheardof', 'officer')).toContain('not-allowed');
  });

  it('lets nobody in whose token is of another installation', async () => {
    const room = await openRoom();
    const token = await tokenFor(room, true, { xmppDomain: 'elsewhere' });
    const who = await connect(prosody.port, { host: 'meet.jitsi', token });
    expect(await joinAs(who, room, 'officer')).toContain('not-allowed');
  });

  it('turns away whoever has no token, an expired one, or one with another secret or issuer', async () => {
    const host = 'meet.jitsi';
    const bad = [
      undefined,
      await tokenFor('r', true, {}, Date.now() - 3_600_000),
      await tokenFor('r', true, { appSecret: 'another' }),
      await tokenFor('r', true, { appId: 'another' }),
    ];
    for (const token of bad)
      await expect(connect(prosody.port, { host, ...(token && { token }) })).rejects.toThrow('not let in');
  });
});
