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

jest.setTimeout(240_000);

/** On a starved machine the candidate's devices give way as on a narrow line, and come back 30 s after it has passed. */
const PATIENT_MS = 120_000;
const FIRST = '第一摄像头';
const SECOND = '第二摄像头';
const marks = { [FIRST]: '#d01818', [SECOND]: '#18d018' };
type Seen = 'live' | 'still' | 'nothing';

/**
 * Who is served how depends on who has a seat on the stage, so only the first and the last watcher are pages; those
 * between them hold seats without looking, which costs a small machine neither encoder nor decoder.
 */
describe('2.1.8 many watchers', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let chief: Staff;
  let inspector: Staff;
  let seats: Caller;
  let sittingId: string;
  const taken: { readonly peerId: string; readonly stageId: string }[] = [];

  beforeAll(async () => {
    world = await startWorld();
    chief = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    const viewport = { width: 1000, height: 640 };
    const quiet = { mark: '#808080', tone: 500, refusal: 'NotFoundError', viewport } as const;
    inspector = await Staff.arrive(world, 'inspector', quiet);
    candidate = await Candidate.arrive(world, 0, 'hopper');
    await bringTo(world, candidate, 'cameras');
    await candidate.pairPhone();
    await candidate.finishCameras();
    await candidate.sees(common.queue.next);
    await chief.press(new RegExp(candidate.login.name));
    await candidate.acceptInvitation();
    sittingId = await sittingOf(world, candidate.login.ticket);
    seats = createCaller(world.url);
    const login = world.logins.staff.find(({ role }) => role === 'examiner');
    await seats.must(loginStaff, { body: { login: login?.login ?? '', password: login?.password ?? '' } });
  });
  afterAll(async () => {
    await Promise.all([candidate?.close(), chief?.close(), inspector?.close()]);
    await world?.close();
  });

  const takeSeats = async (count: number): Promise<void> => {
    for (const peerId of Array.from({ length: count }, () => ulid())) {
      const { stageId } = await seats.must(joinStage, { body: { stage: 'interview', sittingId, peerId } });
      taken.push({ peerId, stageId });
    }
  };
  /** How a watcher sees a camera: the candidate's own pixels moving, or a picture now and then. */
  const seenBy = async ({ page }: Staff, camera: keyof typeof marks): Promise<Seen> => {
    if (isMark(await markIn(page, camera), marks[camera])) return 'live';
    return (await page.getByRole('img', { name: camera }).count()) > 0 ? 'still' : 'nothing';
  };
  const sees = async (watcher: Staff, first: Seen, second: Seen): Promise<void> => {
    const look = async () => [await seenBy(watcher, FIRST), await seenBy(watcher, SECOND)];
    await eventually(look, (seen) => seen.join() === [first, second].join(), PATIENT_MS);
  };
  /** How many of a watcher's pictures say that they are stills. */
  const saying = ({ page }: Staff) => page.getByText(console.stage.stillsOnly).count();

  then('shows both cameras live to each of few', async () => {
    await sees(chief, 'live', 'live');
    await sees(inspector, 'live', 'live');
    expect(await Promise.all([chief, inspector].map(saying))).toEqual([0, 0]);
  });

  then('sends the fifth the first camera live, and stills of the second, and says so', async () => {
    await takeSeats(3);
    await sees(inspector, 'live', 'still');
    await sees(chief, 'live', 'live');
    expect(await Promise.all([chief, inspector].map(saying))).toEqual([0, 1]);
  });

  then('sends stills of both cameras to whoever comes after the sixth, and says so', async () => {
    await takeSeats(2);
    await sees(inspector, 'still', 'still');
    await sees(chief, 'live', 'live');
    expect(await Promise.all([chief, inspector].map(saying))).toEqual([0, 2]);
  });

  then('goes back to live pictures when watchers leave', async () => {
    for (const body of taken.splice(0)) await seats.must(leaveStage, { body });
    await sees(inspector, 'live', 'live');
    expect(await saying(inspector)).toBe(0);
  });
});
