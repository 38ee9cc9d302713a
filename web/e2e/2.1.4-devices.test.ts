import { common } from '../i18n/zh/common';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { bringTo } from './people/shortcut';
import { Staff } from './people/staff';
import type { CameraRefusal } from './world/fake-camera';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

describe('2.1.4 devices that do not work', () => {
  const then = story(() => world);
  let world: World;
  let troubled: Candidate;
  let cameraless: Candidate;
  let officer: Staff;

  beforeAll(async () => {
    world = await startWorld();
    officer = await Staff.arrive(world, 'waiting-officer', { mark: '#1818d0', tone: 1320 });
    troubled = await Candidate.arrive(world, 0, 'hopper');
    cameraless = await Candidate.arrive(world, 1, 'hopper');
    await bringTo(world, troubled, 'device-check');
  });
  afterAll(async () => {
    await Promise.all([troubled?.close(), cameraless?.close(), officer?.close()]);
    await world?.close();
  });

  const refuse = ({ page }: Candidate, name: CameraRefusal | null): Promise<void> =>
    page.evaluate((refusal) => window.fakeCamera.refuse(refusal), name);
  const seesNamed = async (candidate: Candidate, fault: keyof typeof common.faults): Promise<void> => {
    await candidate.sees(common.faults[fault].what);
    await candidate.sees(common.faults[fault].todo);
  };
  const retry = async (candidate: Candidate): Promise<void> => {
    await candidate.press(common.device.howTo);
    await candidate.press(common.actions.retry);
  };

  then('names a camera that was not allowed, and shows where the browser keeps the permission', async () => {
    await troubled.sees(words.devices.begin);
    await refuse(troubled, 'NotAllowedError');
    await troubled.press(words.devices.begin);
    await seesNamed(troubled, 'permission-denied');
    await troubled.press(common.device.howTo);
    await troubled.page.getByRole('img', { name: words.howTo.picture }).waitFor();
    await troubled.sees(words.howTo.desktop.first);
  });

  then('names a camera that another program has, and opens it once that is closed', async () => {
    await refuse(troubled, 'NotReadableError');
    await troubled.press(common.actions.retry);
    await seesNamed(troubled, 'camera-busy');
    await refuse(troubled, null);
    await retry(troubled);
    await troubled.seesNoMore(common.faults['camera-busy'].what);
  });

  then('names black pictures until the lid is off the lens', async () => {
    await troubled.page.evaluate(() => window.fakeCamera.cover(true));
    await seesNamed(troubled, 'black-frames');
    await troubled.page.evaluate(() => window.fakeCamera.cover(false));
    await troubled.seesNoMore(common.faults['black-frames'].what);
  });

  then('names a silent microphone, and says why the way on is shut', async () => {
    await troubled.press(words.devices.ring);
    await troubled.press(words.devices.heardIt);
    await troubled.page.evaluate(() => window.fakeCamera.hush(true));
    await seesNamed(troubled, 'silent-microphone');
    await troubled.sees(words.devices.stillLacking.replace('{{devices}}', words.devices.names.microphone));
  });

  then('lets the candidate go on without a microphone once the officer waived it', async () => {
    await officer.choose(troubled.login.name);
    await officer.waive('microphone', '电话里确认，面试前另接耳机');
    await troubled.sees(words.devices.waived);
    await troubled.press(words.devices.finish);
    await troubled.sees(words.face.noticeTitle);
  });

  then(
    'lets a candidate whose camera never opens go on by the same way, and be checked by ID card',
    async () => {
      await bringTo(world, cameraless, 'device-check');
      await cameraless.sees(words.devices.begin);
      await refuse(cameraless, 'NotReadableError');
      await cameraless.press(words.devices.begin);
      await seesNamed(cameraless, 'camera-busy');
      await cameraless.press(words.devices.ring);
      await cameraless.press(words.devices.heardIt);
      await officer.choose(cameraless.login.name);
      await officer.waive('first', '摄像头损坏，由第二摄像头拍摄');
      await cameraless.sees(words.devices.waived);
      await cameraless.press(words.devices.finish);
      await cameraless.chooseCard();
    },
  );
});
