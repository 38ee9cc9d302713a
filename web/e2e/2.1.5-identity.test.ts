import { candidate as words } from '../i18n/zh/candidate';
import { staff as console } from '../i18n/zh/staff';
import { Candidate } from './people/candidate';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.5 identity', () => {
  const then = story(() => world);
  let world: World;
  let stranger: Candidate;
  let cautious: Candidate;
  let officer: Staff;
  let second: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    // The registered photo is another person's: this one cannot be matched.
    stranger = await Candidate.arrive(world, 0, 'hopper');
    cautious = await Candidate.arrive(world, 1, 'hopper');
  });
  afterAll(async () => {
    await Promise.all([stranger?.close(), cautious?.close(), officer?.close(), second?.close()]);
    await world?.close();
  });

  then('offers two equal ways before any picture is taken', async () => {
    await bringTo(world, stranger, 'face-check');
    await stranger.sees(words.face.noticeTitle);
    const ways = stranger.page.getByRole('button', {
      name: new RegExp(`${words.face.begin}|${words.face.byCard}`),
    });
    const boxes = await Promise.all((await ways.all()).map((way) => way.boundingBox()));
    expect(boxes).toHaveLength(2);
    expect(boxes[0]?.width).toBe(boxes[1]?.width);
  });

  then('leaves both ways open from the first failure on, and counts attempts in words', async () => {
    await stranger.doFaceCheck();
    await stranger.sees(words.face.failed.noMatch);
    await stranger.sees('还可以试 2 次');
    await stranger.sees(words.face.goOn);
    await stranger.doFaceCheck(words.face.again);
    await stranger.sees('还可以试 1 次');
  });

  then('lets the candidate go on when no attempt is left, and locks nobody out', async () => {
    await stranger.doFaceCheck(words.face.again);
    await stranger.sees(words.face.noneLeft);
    expect(await stranger.page.getByRole('button', { name: words.face.again }).count()).toBe(0);
    await stranger.press(new RegExp(words.face.goOn));
    await stranger.pairPhone();
    await stranger.finishCameras();
    await stranger.sees(words.waiting.place);
  });

  then('flags it to the officer with still and registered photo side by side', async () => {
    await officer.sees(console.state['identity-open']);
    await officer.choose(stranger.login.name);
    await officer.page.getByRole('img', { name: console.identity.registered }).waitFor();
    await officer.page.getByRole('img', { name: /现场画面/ }).waitFor();
    await officer.sees(console.identity.reason['no-match']);
  });

  then('captures the card from the live picture and decides; "different" needs a second person', async () => {
    await officer.talk();
    await officer.press(console.identity.capture);
    await officer.page.getByRole('img', { name: console.identity.card }).waitFor();
    await officer.judge('different');
    await officer.sees(console.identity.secondMine);
    await officer.judge('different');
    await officer.sees(/需要第二个人/);
  });

  then('lets the second person decide while the exam goes on', async () => {
    second = await Staff.arrive(world, 'chief-examiner', { mark: '#d018d0', tone: 1760 });
    await second.look(console.places.waiting);
    await second.choose(stranger.login.name);
    await second.judge('same');
    await second.sees(/判定：人证一致/);
    await officer.sees(/判定：人证一致/);
    await stranger.sees(words.waiting.place);
  });

  then('takes and sends no picture of who chooses the ID card', async () => {
    const sent: string[] = [];
    cautious.page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await bringTo(world, cautious, 'face-check');
    await cautious.chooseCard();
    expect(sent).toContain('/api/sitting/command');
    expect(sent.filter((path) => path === '/api/sitting/stills')).toEqual([]);
    await officer.sees(console.state['identity-card']);
  });
});
