import { createConnection } from 'mysql2/promise';
import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { video } from '../i18n/zh/video';
import { Candidate } from './people/candidate';
import type { ScriptedPhone } from './people/scripted-phone';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { clockOf } from './world/clocks';
import { conferencesOf, installJitsi, JITSI, setMood, startHealth, type JitsiMood } from './world/fake-jitsi';
import { eventually, isMark, markIn } from './world/media-checks';
import { recordOf } from './world/records';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(300_000);

const OFFICER = '#1818d0';
const CHIEF = '#d018d0';
const CANDIDATE = '#d01818';

/** What a page keeps only as long as nobody reloads it. */
const remember = (page: Candidate['page']) => page.evaluate(() => void (document.body.dataset.kept = 'yes'));
const isKept = (page: Candidate['page']) => page.evaluate(() => document.body.dataset.kept === 'yes');

describe('a video server that fails', () => {
  const then = story(() => world);
  const phones: (ScriptedPhone | null)[] = [];
  let health: Awaited<ReturnType<typeof startHealth>>;
  let world: World;
  let candidate: Candidate;
  let next: Candidate;
  let officer: Staff;
  let chief: Staff;

  const arrive = async (index: number, person: string, mood: JitsiMood) => {
    const arrived = await Candidate.arrive(world, index, person);
    await installJitsi(arrived.pc.context, mood);
    phones.push(await bringTo(world, arrived, 'waiting'));
    return arrived;
  };
  const shows = (page: Candidate['page'], label: string, mark: string) =>
    eventually(
      () => markIn(page, label),
      (seen) => isMark(seen, mark),
    );
  const isInConference = (page: Candidate['page'], atLeast = 1) =>
    eventually(
      () => conferencesOf(page),
      ({ length }) => length >= atLeast,
    );

  beforeAll(async () => {
    health = await startHealth();
    Object.assign(process.env, JITSI, { JITSI_HEALTH_URL: health.url });
    world = await startWorld();
    const database = await createConnection(world.databaseUrl);
    await database.query("UPDATE exams SET video_provider = 'jitsi'");
    await database.end();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: OFFICER, tone: 1320 });
    chief = await Staff.arrive(world, 'chief-examiner', { mark: CHIEF, tone: 1760 });
    for (const { device, page } of [officer, chief]) {
      await installJitsi(device.context, 'joins');
      await page.reload();
    }
  });
  afterAll(async () => {
    phones.forEach((phone) => phone?.close());
    await Promise.all([candidate?.close(), next?.close(), officer?.close(), chief?.close()]);
    await world?.close();
    health?.close();
  });

  then(
    'costs a candidate two tries, then his stage goes on directly, seen by both without a reload',
    async () => {
      candidate = await arrive(0, 'hopper', 'no-bridge');
      await candidate.sees(common.queue.next);
      await remember(candidate.page);
      await officer.choose(candidate.login.name);
      await officer.talk();
      await remember(officer.page);
      await candidate.sees(video.candidate);
      await officer.sees(video.alone.split('，')[0]?.replace('{{name}}', candidate.login.name) ?? '');
      await shows(officer.page, '第一摄像头', CANDIDATE);
      await shows(candidate.page, '候考官', OFFICER);
      expect(await conferencesOf(candidate.page)).toHaveLength(2);
      expect([await isKept(candidate.page), await isKept(officer.page)]).toEqual([true, true]);
    },
  );

  then('is recorded once', async () => {
    const record = await recordOf(world, candidate.login.ticket);
    expect(record.filter((kind) => kind === 'video.fell-back')).toHaveLength(1);
  });

  then('is tried again in the exam room, which has a stage of its own', async () => {
    await setMood(candidate.page, 'joins');
    await officer.invite(candidate.login.name);
    await candidate.acceptInvitation();
    await isInConference(candidate.page, 3);
    await isInConference(chief.page);
    expect(await markIn(chief.page, '第一摄像头')).toBeNull();
  });

  then(
    'raises an alarm when the bridge is silent, and one press moves the room; the clock stays',
    async () => {
      const before = await clockOf(candidate.page);
      await remember(chief.page);
      health.health.isUp = false;
      await chief.sees(/视频服务从 .* 起没有应答/);
      await officer.sees(/视频服务从 .* 起没有应答/);
      await chief.press(video.move);
      await chief.sees(/已在 .* 把全场视频改为直连/);
      await shows(chief.page, '第一摄像头', CANDIDATE);
      await candidate.page
        .getByText(/^Jitsi/)
        .first()
        .waitFor({ state: 'detached' });
      expect((await clockOf(candidate.page)).deadlineAt).toBe(before.deadlineAt);
      expect([await isKept(candidate.page), await isKept(chief.page)]).toEqual([true, true]);
      await candidate.sees(words.interview.leave);
    },
  );

  then('is tried again by the next candidate once it answers', async () => {
    health.health.isUp = true;
    await eventually(
      async () => (await fetch(`${world.url}/metrics`)).text(),
      (metrics) => metrics.includes('examhall_api_jitsi_up 1'),
    );
    next = await arrive(1, 'collins', 'joins');
    await isInConference(next.page);
    expect((await recordOf(world, next.login.ticket)).join()).not.toContain('video.fell-back');
  });
});
