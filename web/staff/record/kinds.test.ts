import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outageOrder, roomOrder, sittingOrder } from '#protocol/orders.schema';
import { staff as zh } from '../../i18n/zh/staff';
import { isKnownKind, recordKinds } from './kinds';

const workflows = join(__dirname, '../../../workflows');
const sources = ['sitting', 'steps'].flatMap((folder) =>
  readdirSync(join(workflows, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(workflows, folder, file), 'utf8')),
);
const written = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/(?:event\(|kind: )'([a-z-]+\.[a-z-]+)'/g)].flatMap(([, kind]) => kind ?? []),
  ),
);

const kindsOf = (orders: readonly { shape: { kind: { value: string } } }[]): string[] =>
  orders.map(({ shape }) => shape.kind.value);

describe('the kinds of the record', () => {
  it('are all that sittings write', () => {
    expect(written.size).toBeGreaterThan(30);
    expect([...written].filter((kind) => !isKnownKind(kind))).toEqual([]);
  });
  it('are all orders to clocks and rooms that a sitting notes by their names', () => {
    const clockOrders = ['extend', 'pause', 'resume', 'credit'];
    const ofClock = kindsOf(sittingOrder.options).filter((kind) => clockOrders.includes(kind));
    const ofRoom = kindsOf([...roomOrder.options, outageOrder]).filter((kind) => kind !== 'invite');
    const noted = [...ofClock.map((kind) => `clock.${kind}`), ...ofRoom.map((kind) => `room.${kind}`)];
    expect(noted.length).toBeGreaterThan(10);
    expect(noted.filter((kind) => !isKnownKind(kind))).toEqual([]);
  });
  it.each(recordKinds)('%s has its words', (kind) => {
    const [group = '', name = ''] = kind.split('.');
    const words = zh.record.kinds as Readonly<Record<string, Readonly<Record<string, string>>>>;
    expect(words[group]?.[name]).toEqual(expect.any(String));
  });
});
