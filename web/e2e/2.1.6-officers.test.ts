import { loginCandidate } from '#contract/auth';
import { common } from '../i18n/zh/common';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import type { ScriptedPhone } from './people/scripted-phone';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { createCaller } from './world/caller';
import { eventually } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.6 two of the staff in the waiting area', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let phone: ScriptedPhone | null = null;
  let officer: Staff;
  let invigilator: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    invigilator = await Staff.arrive(world, 'invigilator', { mark: '#808080', tone: 500 });
    candidate = await Candidate.arrive(world, 0, 'collins');
    phone = await bringTo(world, candidate, 'waiting');
    await candidate.sees(common.queue.next);
  });
  afterAll(async () => {
    phone?.close();
    await Promise.all([candidate?.close(), officer?.close(), invigilator?.close()]);
    await world?.close();
  });

  const startTalk = () => invigilator.page.getByRole('button', { name: console.stage.startTalk });

  then('tell each other by name who is with a candidate, and offer no second talk meanwhile', async () => {
    await officer.choose(candidate.login.name);
    await officer.talk();
    await officer.sees(console.list.talking);
    await invigilator.look(console.places.waiting);
    await invigilator.choose(candidate.login.name);
    await invigilator.sees(/周老师 正在交谈/);
    await invigilator.sees(console.stage.reach.taken.replace('{{name}}', '周老师'));
    expect(await startTalk().count()).toBe(0);
  });

  then('offer the talk as soon as it is free again', async () => {
    await officer.press(console.stage.endTalk);
    await invigilator.sees(console.stage.reach.free);
    await startTalk().waitFor();
  });

  then('let in at once whoever mistyped his passcode too often', async () => {
    const { call } = createCaller(world.url);
    const login = world.logins.candidates[1];
    if (!login) throw new Error('the demo exam has no second candidate');
    const { ticket, passcode, name } = login;
    const attempt = (typed: string) =>
      call(loginCandidate, { body: { exam: world.logins.exam.code, ticket, passcode: typed } });
    const slowed = await eventually(
      () => attempt('wrong'),
      (answer) =>
        !answer.ok &&
        answer.no.refused === 'SLOW_DOWN' &&
        Number(answer.no.details?.retryAt) - Date.now() > 15_000,
    );
    const until = slowed.ok ? 0 : Number(slowed.no.details?.retryAt);
    await officer.choose(name);
    await officer.press(console.access.unlock);
    await officer.sees(console.access.done.replace('{{name}}', name));
    expect((await attempt(passcode)).ok).toBe(true);
    expect(Date.now()).toBeLessThan(until);
  });
});
