import { ulid } from 'ulid';
import { loginStaff } from '#contract/auth';
import { joinStage, leaveStage } from '#contract/video';
import { common } from '../i18n/zh/common';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { createCaller, type Caller } from './world/caller';
import { eventually, isMark, markIn } from './world/media-checks';
import { sittingOf } from './world/records';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(300_000);

/** On a starved machine the candidate's devices give way as on a narrow line, and come back 30 s after it has passed. */
const PATIENT_MS = 150_000;
const FIRST = '第一摄像头';
const SECOND = '第二摄像头';

describe('2.1.8 many watchers', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  /** In the order in which they are served. */
  let watchers: readonly Staff[] = [];
  let extra: Caller;
  let extras: readonly { readonly peerId: string; readonly stageId: string }[] = [];

  beforeAll(async () => {
    world = await startWorld();
    // Only the chief is seen himself: what is looked at is what the candidate sends.
    const viewport = { width: 1000, height: 640 };
    const quiet = { mark: '#808080', tone: 500, refusal: 'NotFoundError', viewport } as const;
    watchers = [
      await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 }),
      await Staff.arrive(world, 'examiner', quiet),
      await Staff.arrive(world, 'examiner2', quiet),
      await Staff.arrive(world, 'secretary', quiet),
      await Staff.arrive(world, 'inspector', quiet),
    ];
    candidate = await Candidate.arrive(world, 0, 'hopper');
    await bringTo(world, candidate, 'cameras');
    await candidate.pairPhone();
    await candidate.finishCameras();
    await candidate.sees(common.queue.next);
    await watchers[0]?.press(new RegExp(candidate.login.name));
    await candidate.acceptInvitation();
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), ...watchers.map((watcher) => watcher.close())]);
    await world?.close();
  });

  type Seen = 'live' | 'still' | 'nothing';
  const marks = { [FIRST]: '#d01818', [SECOND]: '#18d018' };
  /** How a watcher sees a camera: the candidate's own pixels moving, or a picture now and then. */
  const seenBy = async ({ page }: Staff, camera: keyof typeof marks): Promise<Seen> => {
    if (isMark(await markIn(page, camera), marks[camera])) return 'live';
    return (await page.getByRole('img', { name: camera }).count()) > 0 ? 'still' : 'nothing';
  };
  const see = async (wanted: readonly (readonly [Seen, Seen])[]): Promise<void> => {
    const look = () =>
      Promise.all(
        watchers.map(async (watcher) => [await seenBy(watcher, FIRST), await seenBy(watcher, SECOND)]),
      );
    await eventually(look, (seen) => JSON.stringify(seen) === JSON.stringify(wanted), PATIENT_MS);
  };
  /** How many of a watcher's pictures say that they are stills. */
  const saying = () =>
    Promise.all(watchers.map(({ page }) => page.getByText(console.stage.stillsOnly).count()));

  then('sends both cameras live to three, and the first one live with stills to those after', async () => {
    await see([
      ['live', 'live'],
      ['live', 'live'],
      ['live', 'live'],
      ['live', 'still'],
      ['live', 'still'],
    ]);
  });

  then('says on each page which pictures are stills, and only there', async () => {
    expect(await saying()).toEqual([0, 0, 0, 1, 1]);
  });

  then('shows stills of both cameras to whoever comes after the sixth, and says so', async () => {
    extra = createCaller(world.url);
    const chief = world.logins.staff.find(({ role }) => role === 'chief-examiner');
    if (!chief) throw new Error('the demo exam has no chief examiner');
    await extra.must(loginStaff, { body: { login: chief.login, password: chief.password } });
    const sittingId = await sittingOf(world, candidate.login.ticket);
    extras = await Promise.all(
      [ulid(), ulid()].map(async (peerId) => {
        const body = { stage: 'interview', sittingId, peerId } as const;
        const { stageId } = await extra.must(joinStage, { body });
        return { peerId, stageId };
      }),
    );
    await see([
      ['live', 'live'],
      ['live', 'still'],
      ['live', 'still'],
      ['live', 'still'],
      ['still', 'still'],
    ]);
    expect(await saying()).toEqual([0, 1, 1, 1, 2]);
  });

  then('goes back to live pictures when watchers leave', async () => {
    for (const body of extras) await extra.must(leaveStage, { body });
    await see([
      ['live', 'live'],
      ['live', 'live'],
      ['live', 'live'],
      ['live', 'still'],
      ['live', 'still'],
    ]);
  });
});
