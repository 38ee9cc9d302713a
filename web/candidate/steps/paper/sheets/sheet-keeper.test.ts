import { createHash } from 'node:crypto';
import type { Result } from '../../../../api/result';
import type { KeptSeal, KeptSheet } from './kept-sheet';
import { SheetKeeper } from './sheet-keeper';
import type { OnServer } from './sheet-list';
import type { KeptHand, SheetShelf } from './sheet-shelf';
import type { KeeperParts } from './sheets-state';
import type { UploadOutcome } from './upload-sheet';

const PAPER = 'sitting/paper';
const jpeg = (text: string, name = `${text}.jpg`) => new File([`\xff\xd8\xff ${text}`], name);
/** `File` writes text as UTF-8; the first bytes of a JPEG are none. */
const photo = (text: string) =>
  new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(text)])], `${text}.jpg`);
const sha = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const offline: Result<never> = { ok: false, no: { refused: 'OFFLINE' }, requestId: null };

function shelfInMemory(): SheetShelf & { readonly sheets: Map<string, KeptSheet> } {
  const sheets = new Map<string, KeptSheet>();
  const hands = new Map<string, KeptHand>();
  return {
    sheets,
    sheetsOf: async (paper) => [...sheets.values()].filter((sheet) => sheet.paper === paper),
    put: async (sheet) => Boolean(sheets.set(sheet.id, sheet)),
    remove: async (id) => void sheets.delete(id),
    handOf: async (paper) => hands.get(paper) ?? null,
    putHand: async (hand) => void hands.set(hand.paper, hand),
  };
}

/** A server that takes what the network lets through. */
class Desk {
  network = true;
  refusing: UploadOutcome | null = null;
  late = '';
  readonly arrived: string[] = [];
  readonly sets: OnServer['sets'] = [];
  private ids = 0;
  private tries: (() => void)[] = [];

  constructor(readonly shelf = shelfInMemory()) {}

  answer = (): OnServer => ({
    ...{ serverTime: 1, stepId: 'paper', most: 3, countedSetId: null, sets: this.sets },
    sheets: this.arrived.map((digest) => ({
      ...{ digest, state: 'ready', offset: 1, bytes: 1, refused: null, width: 1, height: 1 },
      ...{ url: `/files/${digest}`, receivedAt: 1 },
    })),
  });

  parts(): KeeperParts {
    return {
      ...{ paper: PAPER, most: 3, shelf: this.shelf, newId: () => `id${(this.ids += 1)}` },
      read: async () => (this.network ? ok(this.answer()) : offline),
      seal: async (seal) => (this.network ? this.confirm(seal) : offline),
      upload: async ({ digest }) => {
        if (!this.network) return { at: 'again' };
        if (this.refusing) return this.refusing;
        if (digest === this.late) return { at: 'stopped', no: { refused: 'TOO_LATE' } };
        this.arrived.push(digest);
        return { at: 'ready' };
      },
      lookAt: async () => ({ thumb: null, look: 'fine' }),
      digestOf: async (bytes) => sha(bytes),
      wait: (_, signal) =>
        new Promise((resolve) => {
          this.tries.push(resolve);
          signal.addEventListener('abort', () => resolve());
        }),
    };
  }

  comeBack(): void {
    this.network = true;
    this.tries.splice(0).forEach((again) => again());
  }

  private confirm({ setId, sheets }: KeptSeal): Result<unknown> {
    const version = this.sets.length + 1;
    const set = { setId, version, sheets: sheets.length, digest: 'd', sealedAt: 1, receivedAt: null };
    this.sets.push({ set, sheets: sheets.map(({ digest, turn }) => ({ digest, turn })) });
    return ok(null);
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; !holds(); round += 1) {
    if (round > 2_000) throw new Error('did not come about');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const opened: SheetKeeper[] = [];
async function open(desk: Desk): Promise<SheetKeeper> {
  const keeper = await SheetKeeper.open(desk.parts());
  opened.push(keeper);
  return keeper;
}
afterEach(() => opened.splice(0).forEach((keeper) => keeper.close()));

const looks = (keeper: SheetKeeper) => keeper.current().sheets.map(({ upload }) => upload.at);
const digestsIn = (keeper: SheetKeeper) => keeper.current().sheets.map(({ digest }) => digest);

describe('photographed sheets on this device', () => {
  it('are kept here first, and brought to the server one after the other', async () => {
    const desk = new Desk();
    const keeper = await open(desk);
    await keeper.add([photo('one'), photo('two')]);
    expect(desk.shelf.sheets.size).toBe(2);
    await until(() => looks(keeper).every((at) => at === 'ready'));
    expect(desk.arrived).toEqual(digestsIn(keeper));
  });

  it('wait for the network and go on by themselves, also in a page that comes later', async () => {
    const desk = new Desk();
    desk.network = false;
    const before = await open(desk);
    await before.add([photo('one')]);
    before.close();
    const keeper = await open(desk);
    expect(looks(keeper)).toEqual(['waiting']);
    desk.comeBack();
    await until(() => looks(keeper)[0] === 'ready');
  });

  it.each([
    ['no picture', new File(['Dear examiner'], 'letter.txt'), 'NOT_AN_IMAGE'],
    ['a text that calls itself a picture', jpeg('text'), 'NOT_AN_IMAGE'],
  ])('do not include %s, which is named', async (_, file, why) => {
    const keeper = await open(new Desk());
    await keeper.add([photo('one'), file]);
    expect(keeper.current().notTaken).toEqual([{ name: file.name, why }]);
    expect(keeper.current().sheets).toHaveLength(1);
  });

  it('are no more than the flow says, and none of them twice', async () => {
    const keeper = await open(new Desk());
    await keeper.add([photo('1'), photo('1'), photo('2'), photo('3'), photo('4')]);
    expect(keeper.current().notTaken.map(({ why }) => why)).toEqual(['TWICE', 'TOO_MANY_SHEETS']);
  });

  it('are turned and put in another order, and stay so', async () => {
    const desk = new Desk();
    const keeper = await open(desk);
    await keeper.add([photo('one'), photo('two')]);
    const [one, two] = keeper.current().sheets;
    await keeper.turn(one?.id ?? '');
    await keeper.move(one?.id ?? '', 1);
    await keeper.move(one?.id ?? '', 1);
    keeper.close();
    const later = await open(desk);
    expect(later.current().sheets.map(({ id, turn }) => [id, turn])).toEqual([
      [two?.id, 0],
      [one?.id, 90],
    ]);
  });

  it('are taken again in the same place', async () => {
    const desk = new Desk();
    const keeper = await open(desk);
    await keeper.add([photo('one'), photo('two')]);
    const [one, two] = digestsIn(keeper);
    await keeper.add([photo('better')], keeper.current().sheets[0]?.id);
    expect(digestsIn(keeper)[1]).toBe(two);
    expect(digestsIn(keeper)).not.toContain(one);
    expect(desk.shelf.sheets.size).toBe(2);
  });

  it('come back after they were removed', async () => {
    const desk = new Desk();
    const keeper = await open(desk);
    await keeper.add([photo('one'), photo('two')]);
    const before = digestsIn(keeper);
    await keeper.remove(keeper.current().sheets[0]?.id ?? '');
    expect(desk.shelf.sheets.size).toBe(1);
    await keeper.putBack();
    expect(digestsIn(keeper)).toEqual(before);
  });

  it('that the server cannot read say why, and keep a set from being confirmed', async () => {
    const desk = new Desk();
    desk.refusing = { at: 'refused', code: 'IMAGE_TRUNCATED' };
    const keeper = await open(desk);
    await keeper.add([photo('one')]);
    await until(() => looks(keeper)[0] === 'refused');
    await keeper.seal();
    expect(desk.sets).toEqual([]);
  });
});

describe('after the last seal', () => {
  it('brings over what was confirmed, past what was not', async () => {
    const desk = new Desk();
    desk.network = false;
    const keeper = await open(desk);
    await keeper.add([photo('late'), photo('confirmed')]);
    const [late] = digestsIn(keeper);
    desk.late = late ?? '';
    desk.comeBack();
    await until(() => {
      desk.comeBack();
      return looks(keeper)[1] === 'ready';
    });
    expect(looks(keeper)).toEqual(['waiting', 'ready']);
    expect(keeper.current().refused).toBeNull();
  });
});

describe('a set of sheets', () => {
  it('is confirmed in its order with its turns, and is another one after any change', async () => {
    const desk = new Desk();
    const keeper = await open(desk);
    await keeper.add([photo('one'), photo('two')]);
    const [one, two] = keeper.current().sheets;
    await keeper.move(two?.id ?? '', -1);
    await keeper.turn(two?.id ?? '');
    await keeper.seal();
    expect(desk.sets[0]?.sheets).toEqual([
      { digest: two?.digest, turn: 90 },
      { digest: one?.digest, turn: 0 },
    ]);
    expect(keeper.current()).toMatchObject({ sealed: true, sealing: false });
    await keeper.turn(one?.id ?? '');
    expect(keeper.current().sealed).toBe(false);
  });

  it('that was confirmed without a network is confirmed by the page that comes later', async () => {
    const desk = new Desk();
    const before = await open(desk);
    await before.add([photo('one')]);
    desk.network = false;
    void before.seal();
    await until(() => before.current().sealing);
    before.close();
    desk.network = true;
    const keeper = await open(desk);
    await until(() => keeper.current().sealed);
    expect(desk.sets).toHaveLength(1);
  });

  it('is found by a device that takes over, with what arrived of it', async () => {
    const desk = new Desk();
    const old = await open(desk);
    await old.add([photo('one'), photo('two')]);
    await until(() => looks(old).every((at) => at === 'ready'));
    await old.turn(old.current().sheets[0]?.id ?? '');
    await old.seal();
    const other = new Desk();
    other.arrived.push(...desk.arrived);
    other.sets.push(...desk.sets);
    const keeper = await open(other);
    await until(() => keeper.current().sheets.length === 2 && looks(keeper).every((at) => at === 'ready'));
    expect(digestsIn(keeper)).toEqual(digestsIn(old));
    expect(keeper.current().sealed).toBe(true);
  });
});
