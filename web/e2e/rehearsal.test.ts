import { candidate as words } from '../i18n/zh/candidate';
import { rehearsal } from '../i18n/zh/rehearsal';
import { Candidate, PATIENCE } from './people/candidate';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

describe('a rehearsal: the whole path, both devices, nobody of the staff', () => {
  let world: World;
  let candidate: Candidate;
  beforeAll(async () => {
    world = await startWorld();
    candidate = await Candidate.arrive(world, 0, 'collins');
  }, 240_000);
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });
  const step = story(() => world);
  const band = () => candidate.page.getByRole('region', { name: rehearsal.mark, exact: true });
  const marked = () => band().waitFor({ timeout: PATIENCE });
  const dialog = () => candidate.page.getByRole('dialog');

  step('is offered on the exam’s home', async () => {
    await candidate.signIn();
    await candidate.sees(rehearsal.card.none);
  });

  step('keeps the exam shut while it begins, however often somebody presses', async () => {
    const beginning = '**/api/rehearsal/begin';
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await candidate.page.route(beginning, async (route) => {
      await released;
      await route.continue();
    });
    const entered: string[] = [];
    candidate.page.on('request', (request) => {
      if (request.url().endsWith('/api/sitting/check-in')) entered.push(request.url());
    });
    await candidate.press(rehearsal.card.begin);
    const enter = candidate.page.getByRole('button', { name: words.home.enter });
    await candidate.page
      .locator('[aria-busy="true"]', { hasText: words.home.enter })
      .waitFor({ timeout: PATIENCE });
    for (let presses = 0; presses < 3; presses += 1) await enter.click({ force: true });
    release();
    await marked();
    await candidate.page.unroute(beginning);
    expect(entered).toEqual([]);
  });

  step('is marked on every page, and asks for no face', async () => {
    await candidate.enter();
    await candidate.readNotice();
    await candidate.signPledge();
    await marked();
    await candidate.checkDevices();
    await candidate.sees(words.pairing.scan);
  });

  step('takes the second device along', async () => {
    await candidate.pairPhone();
    await candidate.sees(rehearsal.second.band, candidate.phone?.page);
    await candidate.finishCameras();
    await candidate.sees(new RegExp(rehearsal.band.waiting));
  });

  step('invites by itself, and leads into the exam room with a question', async () => {
    await candidate.acceptInvitation();
    await candidate.sees(new RegExp(rehearsal.band.room));
    await candidate.sees(words.interview.viewQuestion);
  });

  step('records ten seconds of both devices and plays back what arrived', async () => {
    await candidate.press(rehearsal.band.trial);
    await candidate.press(rehearsal.trial.start);
    await candidate.sees(rehearsal.second.recording, candidate.phone?.page);
    await dialog().getByText(rehearsal.trial.watch).waitFor({ timeout: PATIENCE });
    const films = dialog().locator('video[controls]');
    await films.nth(1).waitFor({ timeout: PATIENCE });
    const lengths = await films.evaluateAll((all) =>
      Promise.all(
        all.map(async (film) => {
          const video = film as HTMLVideoElement;
          video.muted = true;
          await video.play();
          await new Promise((resolve) => {
            const look = (): void => (video.currentTime > 1 ? resolve(null) : void setTimeout(look, 100));
            look();
          });
          return [video.videoWidth > 0, video.currentTime > 1];
        }),
      ),
    );
    expect(lengths).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  step('is judged, and says what was measured', async () => {
    await candidate.press(rehearsal.trial.yes);
    await dialog().getByText(rehearsal.result.found).waitFor({ timeout: PATIENCE });
    await dialog().getByText(rehearsal.result.told).waitFor({ timeout: PATIENCE });
  });

  step('turns back to the exam, which nothing has touched', async () => {
    await candidate.press(rehearsal.result.back);
    await candidate.sees(words.home.enter);
    await band().waitFor({ state: 'hidden', timeout: PATIENCE });
    await candidate.sees(/演练通过|演练没有通过/);
    await candidate.enter();
    await candidate.sees(words.notice.read);
  });
});

describe('a rehearsal that does not come to its end', () => {
  let world: World;
  let candidate: Candidate;
  beforeAll(async () => {
    world = await startWorld();
    candidate = await Candidate.arrive(world, 1, 'collins');
  }, 240_000);
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });
  const step = story(() => world);
  const band = () => candidate.page.getByRole('region', { name: rehearsal.mark, exact: true });
  const marked = () => band().waitFor({ timeout: PATIENCE });

  step('can be ended at any step, and names what is missing', async () => {
    await candidate.signIn();
    await candidate.press(rehearsal.card.begin);
    await marked();
    await candidate.enter();
    await candidate.press(rehearsal.band.end);
    await candidate.sees(rehearsal.result.failed);
    for (const reason of ['camera', 'second-device', 'recording', 'unfinished'] as const)
      await candidate.sees(rehearsal.reasons[reason].what);
  });

  step('survives a reload as what it is', async () => {
    await candidate.page.reload();
    await marked();
    await candidate.sees(rehearsal.result.failed);
  });

  step('can be begun anew from its result', async () => {
    await candidate.press(rehearsal.result.again);
    await candidate.sees(words.home.enter);
    await marked();
    await candidate.seesNoMore(rehearsal.result.failed);
  });
});
