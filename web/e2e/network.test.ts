import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { Staff } from './people/staff';
import { eventually, framesIn, isMark, markIn, toneIn } from './world/media-checks';
import { installBusyCamera, NarrowLine, sentBy, watchWires, type Line, type Sent } from './world/narrow';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(300_000);

/** Both devices of a candidate together have 0.8 Mbit/s up, 2 % loss and 300 ms there and back. */
const UPLINK = 800_000;
const far = { latencyMs: 150, lossPercent: 2 };
const first: Line = { up: 560_000, ...far };
const second: Line = { up: UPLINK - first.up, ...far };
/** Too little for everything: something has to give way. */
const narrow: Line = { up: 280_000, ...far };

/** Camera 1 when nothing else is left to give: 640×480 at 15 a second. */
const SMALL = { width: 640, framesPerSecond: 15 };
const RED = '#d01818';
const GREEN = '#18d018';

interface Look {
  readonly first: Sent;
  readonly second: Sent;
}

describe('a narrow network', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let examiner: Staff;
  let officer: Staff;
  let line: NarrowLine;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    examiner = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    candidate = await Candidate.arrive(world, 3, 'hopper');
    const { context, page } = candidate.pc;
    await watchWires(context);
    await context.addInitScript(installBusyCamera, { width: 1280, height: 720, mark: RED, tone: 440 });
    line = await NarrowLine.of(page, first);
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), officer?.close(), examiner?.close()]);
    await world?.close();
  });

  const look = async (): Promise<Look> => {
    const { phone } = candidate;
    if (!phone) throw new Error('there is no phone');
    const [pc, second] = await Promise.all([sentBy(candidate.page), sentBy(phone.page)]);
    return { first: pc, second };
  };
  const both = async (): Promise<boolean> => {
    const [one, two] = await Promise.all([
      markIn(examiner.page, '第一摄像头'),
      markIn(examiner.page, '第二摄像头'),
    ]);
    return isMark(one, RED) && isMark(two, GREEN);
  };
  const hearsCandidate = (): Promise<boolean> =>
    toneIn(examiner.page, '第一摄像头').then((hz) => Math.abs((hz ?? 0) - 440) < 12);
  const isTrue = (seen: boolean): boolean => seen;

  then(
    'brings a candidate into the exam room with both cameras at 0.8 Mbit/s, 2 % loss and 300 ms',
    async () => {
      await candidate.reachFaceCheck();
      await candidate.chooseCard();
      const address = await candidate.pairingAddress();
      const phone = await candidate.takePhone();
      await watchWires(phone.context);
      await phone.context.addInitScript(installBusyCamera, {
        width: 640,
        height: 480,
        mark: GREEN,
        tone: 880,
      });
      await NarrowLine.of(phone.page, second);
      await phone.page.goto(address);
      await candidate.connectPhone(phone);
      await candidate.finishCameras();
      await candidate.sees(words.waiting.place);
      await officer.choose(candidate.login.name);
      await officer.invite(candidate.login.name);
      await candidate.acceptInvitation();
      await eventually(both, isTrue, 90_000);
      await eventually(hearsCandidate, isTrue);
    },
  );

  then('lets the interview go on: questions are dispatched, opened and seen, pictures move', async () => {
    const before = await framesIn(examiner.page, '第一摄像头');
    await examiner.dispatch(1);
    await candidate.press(new RegExp(words.interview.viewQuestion));
    await examiner.sees(/考生打开/);
    await eventually(
      () => framesIn(examiner.page, '第一摄像头'),
      (frames) => frames > before + 30,
    );
    const { first: pc } = await eventually(look, (seen) => seen.first.roundTripMs !== null);
    expect(pc.roundTripMs).toBeGreaterThanOrEqual(290);
  });

  then('stays within the uplink of both devices together', async () => {
    const began = await look();
    const ended = await eventually(look, (seen) => seen.first.at - began.first.at >= 10_000);
    const bits = (name: 'first' | 'second'): number =>
      ((ended[name].videoBytes + ended[name].soundBytes - began[name].videoBytes - began[name].soundBytes) *
        8_000) /
      (ended[name].at - began[name].at);
    expect(bits('first')).toBeGreaterThan(0);
    expect(bits('second')).toBeGreaterThan(0);
    expect(bits('first') + bits('second')).toBeLessThanOrEqual(UPLINK);
  });

  then(
    'gives camera 2 away first, then makes camera 1 small, and keeps the sound, when it gets narrower',
    async () => {
      const looks: Look[] = [await look()];
      await line.become(narrow);
      await eventually(
        async () => {
          const seen = await look();
          looks.push(seen);
          return seen;
        },
        (seen) => isSecondGone(seen) && isFirstSmall(seen),
        150_000,
      );
      const gone = looks.findIndex(isSecondGone);
      const small = looks.findIndex(isFirstSmall);
      expect(gone).toBeGreaterThan(0);
      expect(gone).toBeLessThan(small);
      expect(looks.slice(0, gone).some(isFirstSmall)).toBe(false);
    },
  );

  then('still lets the candidate be heard and seen then, and sends stills of camera 2', async () => {
    const before = await look();
    await eventually(hearsCandidate, isTrue);
    const frames = await framesIn(examiner.page, '第一摄像头');
    await eventually(
      () => framesIn(examiner.page, '第一摄像头'),
      (count) => count > frames + 10,
    );
    const after = await look();
    expect(after.first.soundBytes).toBeGreaterThan(before.first.soundBytes);
    expect(after.second.videoBytes).toBe(before.second.videoBytes);
    await examiner.sees(/第二摄像头/);
  });
});

const isSecondGone = ({ second }: Look): boolean => second.allowed === null;
const isFirstSmall = ({ first: { allowed } }: Look): boolean =>
  allowed !== null && allowed.width <= SMALL.width && allowed.maxFramerate <= SMALL.framesPerSecond;
