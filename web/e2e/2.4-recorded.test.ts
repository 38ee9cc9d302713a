import { candidate as texts } from '../i18n/zh/candidate';
import { recording as words } from '../i18n/zh/recording';
import { Candidate, PATIENCE } from './people/candidate';
import { useFlow } from './people/office';
import { isWhole, pressOnceStored, storedBytes, storedMs, takesOf, untilStored } from './people/recorder';
import { bringTo } from './people/shortcut';
import { faultsOf } from './world/axe';
import { eventually } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const QUESTION = '请介绍一件你独立完成的作品';
const flow = `
name: { zh: 录制考试, en: Recorded exam }
steps:
  - id: cameras
    kind: cameras
    title: { zh: 第二摄像头, en: Second camera }
    text: { zh: 请连接手机, en: Connect a phone }
  - id: recording
    kind: recording
    title: { zh: 录制作答, en: Recorded answer }
    minutes: 30
    questions:
      - id: q1
        title: { zh: 第 1 题, en: Question 1 }
        text: { zh: '${QUESTION}', en: Present a work of yours }
        maxSeconds: 60
        retakes: 2
`;
const left = (count: number) => words.quota.left_other.replace('{{count}}', String(count));
const LONG_MS = 40_000;
const SHORT_MS = 4_000;

describe('2.4 the recorded exam', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;

  beforeAll(async () => {
    world = await startWorld();
    await useFlow(world, () => flow);
    candidate = await Candidate.arrive(world, 0, 'collins');
    await candidate.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });

  const videos = () =>
    candidate.page.evaluate(() =>
      [...document.querySelectorAll('video')].map(({ currentTime, error }) => ({
        at: currentTime,
        failed: error !== null,
      })),
    );
  const stop = () => candidate.press(words.run.stop);
  const again = async () => {
    await candidate.press(words.again.button);
    await candidate.press(words.again.now);
    await candidate.sees(words.run.recorded);
  };
  const seesPreview = (n: number) => candidate.sees(words.preview.title.replace('{{n}}', String(n)));

  then('2.4.1-2.4.6: both positions join, and the question stands there with its quota', async () => {
    await bringTo(world, candidate, 'cameras');
    await candidate.pairPhone();
    await candidate.finishCameras();
    await candidate.sees(QUESTION);
    await candidate.sees(new RegExp(left(2)));
    await candidate.sees(words.phone.ready, candidate.phone?.page);
    expect(await faultsOf(candidate.page)).toEqual([]);
  });

  then('2.4.7: one button starts both, and what is recorded is safe before it is stopped', async () => {
    await candidate.press(words.ready.begin);
    await candidate.sees(words.run.recording);
    await candidate.sees(words.phone.recording, candidate.phone?.page);
    expect(await faultsOf(candidate.page)).toEqual([]);
    const wish = { index: 0, ms: LONG_MS, button: words.run.stop };
    const before = await pressOnceStored(candidate.page, wish);
    await seesPreview(1);
    const [take] = await eventually(
      () => takesOf(candidate.page),
      ([first]) => isWhole(first),
    );
    expect(storedBytes(before[0]) / storedBytes(take)).toBeGreaterThanOrEqual(0.9);
    const begins = take?.positions.map(({ segments }) => segments[0]?.slices[0]?.from ?? Infinity) ?? [];
    expect(Math.abs((begins[0] ?? 0) - (begins[1] ?? Infinity))).toBeLessThan(1_500);
  });

  then('2.4.8: the take is played back from both positions in step', async () => {
    await candidate.press(words.preview.play);
    const playing = await eventually(
      videos,
      (shown) => shown.length === 2 && shown.every(({ at }) => at > 2),
    );
    expect(playing.some(({ failed }) => failed)).toBe(false);
    expect(Math.abs((playing[0]?.at ?? 0) - (playing[1]?.at ?? 0))).toBeLessThan(1.5);
    await candidate.sees(words.preview.all);
    expect(await faultsOf(candidate.page)).toEqual([]);
  });

  then('2.4.8: a reload in a take costs nothing, and what was recorded is kept', async () => {
    await again();
    await candidate.sees(new RegExp(left(1)));
    const before = await untilStored(candidate.page, 1, SHORT_MS);
    await candidate.page.reload();
    await candidate.sees(new RegExp(words.broken.free));
    await candidate.sees(new RegExp(left(1)));
    expect(await faultsOf(candidate.page)).toEqual([]);
    const takes = await takesOf(candidate.page);
    expect(takes[1]?.take).toMatchObject({ status: 'broken', breaks: [{ cause: 'reload' }] });
    expect(storedMs(takes[1], 1)).toBeGreaterThanOrEqual(storedMs(before[1], 1));
  });

  then('2.4.8: redone free, then recorded again until nothing is left of the quota', async () => {
    await candidate.press(words.broken.redo);
    await untilStored(candidate.page, 2, SHORT_MS);
    await stop();
    await seesPreview(3);
    await candidate.sees(new RegExp(left(1)));
    await again();
    await untilStored(candidate.page, 3, SHORT_MS);
    await stop();
    await seesPreview(4);
    const button = candidate.page.getByRole('button', { name: words.again.button });
    await button.waitFor({ timeout: PATIENCE });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await candidate.sees(left(0));
  });

  then('2.4.9: confirmed, it is over, and entering again shows the receipt', async () => {
    await candidate.sees(words.preview.all);
    await candidate.press(words.confirm.button);
    await candidate.sees(words.confirm.askLast);
    await candidate.press(words.confirm.now);
    await candidate.sees(texts.over.title);
    await candidate.sees(texts.over.title, candidate.phone?.page);
    await candidate.page.reload();
    await candidate.sees(texts.over.title);
    expect(await candidate.page.getByRole('button', { name: texts.home.enter }).count()).toBe(0);
    expect(await faultsOf(candidate.page)).toEqual([]);
  });
});
