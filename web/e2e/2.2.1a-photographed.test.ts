import { candidate as texts } from '../i18n/zh/candidate';
import { sheets as words } from '../i18n/zh/sheets';
import { Candidate, PATIENCE } from './people/candidate';
import { hallStaffOf, placePdf, type HallStaff } from './people/hall';
import { useFlow } from './people/office';
import { heicPhotograph, pdfPaper, photographOf, sheetsOf, type Photograph } from './people/sheets';
import { bringTo } from './people/shortcut';
import { faultsOf } from './world/axe';
import type { Device } from './world/device';
import { eventually } from './world/media-checks';
import { story } from './world/story';
import { startWorld, type World } from './world/world';

jest.setTimeout(240_000);

const flow = `
name: { zh: 笔试, en: Written exam }
steps:
  - id: cameras
    kind: cameras
    title: { zh: 连接第二摄像头, en: Connect the second camera }
    text: { zh: 请连接手机。, en: Connect your phone. }
  - id: paper
    kind: paper
    title: { zh: 笔试, en: Written exam }
    mode: photographed
    minutes: 30
    dispatch: { by: order }
    print: true
    position: 2
    mostSheets: 4
`;
const counted = (text: string, count: number) => text.replace('{{count}}', String(count));
const nth = (number: number) => words.nth.replace('{{number}}', String(number));

describe('2.2.1 a the written exam on paper, photographed', () => {
  const then = story(() => world);
  let world: World;
  let candidate: Candidate;
  let hall: HallStaff;
  let phone: Device;
  let photos: readonly [Photograph, Photograph, Photograph];

  beforeAll(async () => {
    world = await startWorld();
    await useFlow(world, () => flow);
    await placePdf(world, await pdfPaper());
    hall = await hallStaffOf(world);
    candidate = await Candidate.arrive(world, 0, 'collins');
    await bringTo(world, candidate, 'cameras');
    await candidate.pairPhone();
    await candidate.finishCameras();
    if (candidate.phone) phone = candidate.phone;
    photos = [await photographOf(1), await photographOf(2, 7), await photographOf(3)];
  });
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });

  const sees = (text: string | RegExp) => candidate.sees(text, phone.page);
  const press = (name: string | RegExp) => candidate.press(name, phone.page);
  const give = (label: string, files: readonly Photograph[]) =>
    phone.page.getByLabel(label, { exact: true }).setInputFiles([...files], { timeout: PATIENCE });
  const open = (number: number) => press(new RegExp(`^${nth(number)}`));
  const tiles = () => phone.page.getByRole('listitem').getByRole('button', { name: /^第/ });

  then('shows the paper at the desk, and the phone becomes the camera when the pen is down', async () => {
    await hall.order({ kind: 'dispatch', paper: 'paper' });
    await candidate.sees(words.desk.writing);
    await sees(words.pensDown.phone);
    await press(words.pensDown.button);
    await press(words.pensDown.now);
    await Promise.all([sees(words.clock.photographing), candidate.sees(words.desk.pensDown)]);
    expect(await faultsOf(phone.page)).toEqual([]);
  });

  then(
    'keeps the pictures while the network is gone and after a reload, and uploads them by itself',
    async () => {
      await give(words.first, [photos[0]]);
      await sees(words.allUploaded);
      await phone.context.setOffline(true);
      await give(words.choose, [photos[1], { ...photos[2], name: 'IMG_1003.jpg' }]);
      await sees(counted(words.taken_other, 3));
      await sees(words.look.blurred);
      expect((await sheetsOf(candidate.page)).sheets.filter(({ state }) => state === 'ready')).toHaveLength(
        1,
      );
      await phone.context.setOffline(false);
      await phone.page.reload();
      await sees(counted(words.taken_other, 3));
      await sees(words.allUploaded);
      await candidate.sees(counted(words.desk.sheets_other, 3));
    },
  );

  then('says by name what is no photograph, and takes a HEIC', async () => {
    const letter = {
      name: 'letter.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Dear examiner'),
    };
    await give(words.choose, [letter, heicPhotograph()]);
    await sees(words.notTaken.NOT_AN_IMAGE.replace('{{name}}', 'letter.txt'));
    await sees(counted(words.full, 4));
    await sees(words.allUploaded);
    expect(await faultsOf(phone.page)).toEqual([]);
  });

  then('turns a sheet, puts it elsewhere, takes one again and removes one', async () => {
    await open(4);
    await press(words.tools.remove);
    await open(2);
    expect(await faultsOf(phone.page)).toEqual([]);
    await give(words.tools.retake, [{ ...(await photographOf(4)) }]);
    // Four pictures have arrived before; the one that was taken again is the fifth.
    await eventually(
      () => sheetsOf(candidate.page),
      ({ sheets }) => sheets.filter(({ state }) => state === 'ready').length === 5,
    );
    await open(3);
    await press(words.tools.turn);
    await press(words.tools.earlier);
    await press(words.tools.close);
    await eventually(
      () => tiles().count(),
      (count) => count === 3,
    );
    expect(await phone.page.locator('ol img[data-turn="90"]').count()).toBe(1);
  });

  then('confirms the set, says what counts, and both devices see it', async () => {
    await press(counted(words.seal.button_other, 3));
    await sees(words.seal.lead);
    await press(words.seal.now);
    await sees(/全部传到。这份算数。/);
    await candidate.sees(new RegExp(words.desk.counts));
    const { sets, countedSetId } = await sheetsOf(phone.page);
    expect(sets.map(({ sheets }) => sheets.map(({ turn }) => turn))).toEqual([[0, 90, 0]]);
    expect(sets[0]?.set.setId).toBe(countedSetId);
  });

  then('lets a later set replace the first only when it is confirmed, and keeps both', async () => {
    await open(3);
    await press(words.tools.remove);
    await sees(words.seal.changed);
    await press(counted(words.seal.again_other, 2));
    await press(words.seal.now);
    await sees(/已交 2 张/);
    const { sets, countedSetId } = await sheetsOf(phone.page);
    expect(sets.map(({ set }) => set.sheets)).toEqual([3, 2]);
    expect(sets[1]?.set.setId).toBe(countedSetId);
    expect(await faultsOf(phone.page)).toEqual([]);
  });

  then('is handed in by the candidate, and both devices say that it is over', async () => {
    await press(words.handIn.button);
    await press(words.handIn.now);
    await Promise.all([sees(texts.over.title), candidate.sees(texts.over.title)]);
    const read = await eventually(
      () => hall.answersOf(candidate.login.ticket),
      ({ sealed }) => sealed,
    );
    expect(read.sealed).toBe(true);
  });
});
