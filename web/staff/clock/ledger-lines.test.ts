import type { ClockEntry } from '#protocol/views.schema';
import type { RecordedEvent } from '../record/use-record';
import { ledgerLines } from './ledger-lines';

const event = (kind: string, at: number, details: RecordedEvent['details']): RecordedEvent => ({
  ...{ revision: 1, kind, at, by: 'staff:1', byName: '林老师', stepId: 'interview' },
  details,
});
const pause: ClockEntry = {
  ...{ kind: 'interval', cause: 'own-pause', from: 50, to: 90, by: 'staff:1', endedBy: 'staff:2' },
};
const credit: ClockEntry = {
  ...{ kind: 'interval', cause: 'candidate-outage', from: 10, to: 40, by: 'staff:1', endedBy: 'staff:1' },
  ...{ outages: ['o'], answeredAt: 95 },
};
const extension: ClockEntry = { kind: 'extension', ms: 180_000, at: 70, by: 'staff:1' };
const credited = event('clock.credit', 95, { from: 10, to: 40, cause: 'candidate-outage', reason: '断线' });

describe('the ledger in lines', () => {
  it('is told in the order of time, with what each gave', () =>
    expect(ledgerLines([pause, extension, credit], [], []).map(({ what, ms }) => [what, ms])).toEqual([
      ['candidate-outage', 30],
      ['own-pause', 40],
      ['extension', 180_000],
    ]));
  it('finds the reasons in the record', () => {
    const events = [
      event('clock.pause', 50, { reason: '听不清' }),
      event('clock.extend', 70, { ms: 180_000, reason: '设备故障' }),
      credited,
    ];
    expect(ledgerLines([pause, extension, credit], [], events).map(({ reason }) => reason)).toEqual([
      '断线',
      '听不清',
      '设备故障',
    ]);
  });
  it('gives nobody the reason of another', () =>
    expect(
      ledgerLines([extension], [], [{ ...event('clock.extend', 70, { reason: '迟到' }), by: 'staff:9' }])[0]
        ?.reason,
    ).toBeNull());
  it('tells two answers that begin at one instant apart', () => {
    const refused = { ...credit, to: 10, outages: ['p'], answeredAt: 99 };
    const events = [credited, event('clock.credit', 99, { from: 10, to: 10, reason: '自己离开' })];
    expect(ledgerLines([credit, refused], [], events).map(({ reason }) => reason)).toEqual([
      '断线',
      '自己离开',
    ]);
  });
  it('leaves open what lasts', () =>
    expect(ledgerLines([{ ...pause, to: null, endedBy: null }], [], [])[0]).toMatchObject({
      to: null,
      ms: null,
    }));
  it('says when an outage was answered, also by an older server through the record', () => {
    const { answeredAt: _, ...older } = credit;
    expect(ledgerLines([credit], [], [])[0]?.decidedAt).toBe(95);
    expect(ledgerLines([older], [], [credited])[0]?.decidedAt).toBe(95);
  });
  it('shows an outage that nobody has answered', () =>
    expect(
      ledgerLines([], [{ outages: ['o'], positions: [1], from: 5, to: 9_000, ms: 8_995 }], [])[0],
    ).toMatchObject({ what: 'candidate-outage', by: null, ms: null }));
});
