import { candidate as words } from '../i18n/zh/candidate';
import { common } from '../i18n/zh/common';
import { help } from '../i18n/zh/help';
import { Candidate, PATIENCE } from './people/candidate';
import { faultsOf } from './world/axe';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const PHONE = '010-5555 0100';

describe('without a server', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  beforeAll(async () => {
    world = await startWorld();
    candidate = await Candidate.arrive(world, 0, 'collins');
  });
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });

  const kept = () =>
    candidate.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const names = await caches.keys();
      const all = await Promise.all(
        names.map(async (name) =>
          (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
        ),
      );
      return all.flat();
    });
  const openedWithout = () => candidate.page.locator('meta[name="without-server"]').count();

  then(
    'the page of a candidate who is signed in keeps the shell, and nothing that the API said',
    async () => {
      await candidate.signIn();
      const paths = await kept();
      expect(paths).toContain('/');
      expect(paths.length).toBeGreaterThan(10);
      expect(paths.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
      expect(await openedWithout()).toBe(0);
    },
  );

  then('a reload opens, and says at once what to do and whom to call', async () => {
    await world.api.kill();
    await candidate.page.reload({ timeout: PATIENCE });
    await candidate.sees(words.offline.openTitle);
    await candidate.sees(words.offline.safe);
    await candidate.sees(PHONE);
    await candidate.sees('请留在座位上，不要关闭页面，并拨打考务电话');
    expect(await openedWithout()).toBe(1);
    expect(await faultsOf(candidate.page)).toEqual([]);
    const folder = process.env.SHOTS;
    if (folder) await candidate.page.screenshot({ path: `${folder}/without-server.png` });
  });

  then('the page is as new as the server as soon as it answers again', async () => {
    await world.api.start();
    await candidate.sees(words.home.enter);
    expect(await openedWithout()).toBe(0);
    await candidate.press(common.actions.help);
    await candidate.sees(help.call.title);
    await candidate.page.keyboard.press('Escape');
  });
});
