import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { useFlow } from './people/office';
import { bringTo } from './people/shortcut';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.5 face check', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;

  beforeAll(async () => {
    world = await startWorld();
    await useFlow(world, (yaml) => yaml.replace('secondsPerChallenge: 20', 'secondsPerChallenge: 10'));
    candidate = await Candidate.arrive(world, 2, 'obama');
    await bringTo(world, candidate, 'face-check');
  });
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });

  then('2.1.5 costs no attempt when the time runs out because the pictures do not get through', async () => {
    await candidate.page.route('**/api/sitting/stills', (route) => route.abort());
    await candidate.press(words.face.begin);
    await candidate.sees('第 1 次，共 3 次');
    await candidate.sees(words.face.failed.late);
    await candidate.sees(words.face.free);
    await candidate.sees(words.face.againFree);
    await candidate.page.unroute('**/api/sitting/stills');
  });

  then('2.1.5 refuses a still picture with its own sentence, which costs one', async () => {
    await candidate.page.evaluate(() => window.fakeCamera.freeze(true));
    await candidate.press(words.face.again);
    await candidate.sees('第 1 次，共 3 次');
    await candidate.sees(words.face.failed.noMatch);
    await candidate.sees(words.face.tips.live.found);
    await candidate.sees(words.face.tips.live.how);
    await candidate.sees('还可以试 2 次');
  });

  then('2.1.5 knows the living face at the next attempt', async () => {
    await candidate.page.evaluate(() => window.fakeCamera.freeze(false));
    await candidate.press(words.face.again);
    await candidate.sees(common.face.ask.front);
    await candidate.sees('第 2 次，共 3 次');
    await candidate.follow();
    await candidate.sees(words.pairing.scan);
  });
});
