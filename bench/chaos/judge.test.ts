import type { ExamEvent } from '#models/exam-event';
import type { RoomOrderRow } from '#models/room-order';
import type { CandidateView, RoomView, StaffView } from '#protocol/views.schema';
import type { Acknowledgement } from './acknowledgements';
import { judge } from './judge';
import type { Truth } from './truth';

const SITTING = 'S';
const ROOM = 'R';

const told = (given: Partial<Acknowledgement>): Acknowledgement => ({
  ...{ cell: 'api × notice', kind: 'command', sittingId: SITTING, roomId: ROOM, commandId: 'c1' },
  asked: { name: 'notice.read', body: null },
  ...{ firstSentAt: 100, lastSentAt: 100, answeredAt: 200, tries: 1, stampedAt: null },
  answer: { revision: 1 },
  ...given,
});
const event = (given: Partial<ExamEvent>): ExamEvent => ({
  ...{ id: 1, sittingId: SITTING, revision: 1, ordinal: 0, kind: 'notice.read', at: 150 },
  ...{ byWhom: 'candidate', stepId: 'notice', commandId: 'c1', details: {} },
  ...given,
});
const order = (given: Partial<RoomOrderRow>): RoomOrderRow => ({
  ...{ roomId: ROOM, seq: 1, toSitting: null, kind: 'extend', effectiveAt: 160, byWhom: 'staff:1' },
  body: { kind: 'extend', ms: 1_001, reason: 'why' },
  ...given,
});

interface Given {
  readonly events?: readonly ExamEvent[];
  readonly commands?: readonly (string | null)[];
  readonly rows?: readonly RoomOrderRow[];
  readonly revision?: number;
  readonly roomSeq?: number;
}

/** One sitting of one room, all parts of which agree, unless said otherwise. */
function truthOf({ events = [event({})], commands = ['c1'], rows = [], ...given }: Given): Truth {
  const revision = given.revision ?? commands.length;
  const view = { revision, roomSeq: given.roomSeq ?? rows.length, clock: null } as unknown as CandidateView;
  const state = { view } as StaffView;
  const changes = commands.map((commandId, at) => ({ revision: at + 1, commandId }));
  const sitting = { sittingId: SITTING, roomId: ROOM, events, changes, state };
  return {
    sittings: [{ ...sitting, projection: { revision, staffView: state } }],
    rooms: [{ roomId: ROOM, rows, lastSeq: rows.length, state: { lastSeq: rows.length } as RoomView }],
  };
}
const pagesOf = ({ sittings }: Truth) =>
  new Map(sittings.map(({ sittingId, state }) => [sittingId, state?.view ?? null]));
const verdictOn = (acknowledged: readonly Acknowledgement[], truth: Truth) =>
  judge(acknowledged, truth, pagesOf(truth));

describe('the judge', () => {
  it('finds nothing where everything agrees', () =>
    expect(verdictOn([told({})], truthOf({}))).toEqual({
      ...{ lost: [], doubled: [], missed: [], wrong: [], clockErrorMs: 0, unsettled: [] },
    }));

  it('finds a command that was acknowledged and is not on record', () =>
    expect(verdictOn([told({}), told({ commandId: 'c2' })], truthOf({})).lost).toHaveLength(1));

  it('finds one on record that the workflow has forgotten', () =>
    expect(verdictOn([told({})], truthOf({ revision: 0 })).lost).toHaveLength(1));

  it('finds an answer that was given for another place in the record', () => {
    const truth = truthOf({ commands: [null, 'c1'] });
    expect(verdictOn([told({})], truth).wrong).toHaveLength(1);
    expect(verdictOn([told({ answer: { revision: 2 } })], truth).wrong).toEqual([]);
  });

  it('finds an order to a sitting that is not on record', () =>
    expect(verdictOn([told({ kind: 'order', commandId: 'o1' })], truthOf({})).missed).toHaveLength(1));

  it('finds a change that nobody was told of', () =>
    expect(verdictOn([told({})], truthOf({ commands: ['c1', 'c2'] })).doubled).toHaveLength(1));

  it('finds one effect that came about twice', () => {
    const extended = event({ kind: 'clock.extend', details: { ms: 1_001 }, commandId: null });
    const truth = truthOf({ events: [event({}), extended, extended] });
    expect(verdictOn([told({})], truth).doubled).toHaveLength(1);
  });

  it('finds a room order that a sitting did not hear', () => {
    const asked = told({ kind: 'room-order', sittingId: null, answer: { seq: 1 } });
    const acknowledged = { ...asked, asked: { name: 'extend', body: order({}).body } };
    const truth = truthOf({ rows: [order({})] });
    expect(verdictOn([told({}), acknowledged], truth).missed).toHaveLength(1);
    const heard = event({ kind: 'room.extend', at: 160, byWhom: 'staff:1', commandId: null });
    expect(
      verdictOn([told({}), acknowledged], truthOf({ rows: [order({})], events: [event({}), heard] })).missed,
    ).toEqual([]);
  });

  it('finds a room order that was numbered twice, and one that was lost', () => {
    const heard = event({ kind: 'room.extend', at: 160, byWhom: 'staff:1', commandId: null });
    const rows = [order({}), order({ seq: 2 })];
    const asked = told({ kind: 'room-order', sittingId: null, answer: { seq: 1 } });
    const acknowledged = { ...asked, asked: { name: 'extend', body: order({}).body } };
    const twice = truthOf({ rows, events: [event({}), heard, heard] });
    expect(verdictOn([told({}), acknowledged], twice).doubled).toContain(
      `${ROOM}: order 2 extend, which nobody was told of`,
    );
    expect(verdictOn([told({}), acknowledged], truthOf({})).missed).toHaveLength(1);
  });

  it('takes what the hall itself gives back for an order, and asks that it arrives', () => {
    const outage = order({ kind: 'our-outage' as RoomOrderRow['kind'], byWhom: 'system' });
    const { doubled, missed } = verdictOn([told({})], truthOf({ rows: [outage] }));
    expect(doubled).toEqual([]);
    expect(missed).toHaveLength(1);
  });

  it('measures an instant by the first try and the answer, or the first receipt', () => {
    const late = (stampedAt: number | null) =>
      verdictOn([told({ stampedAt })], truthOf({ events: [event({ at: 190 })] })).clockErrorMs;
    expect(late(null)).toBe(0);
    expect(late(120)).toBe(70);
    expect(verdictOn([told({})], truthOf({ events: [event({ at: 90 })] })).clockErrorMs).toBe(10);
  });

  it('calls a no that no play foresaw wrong', () =>
    expect(
      verdictOn([told({}), told({ commandId: 'c2', answer: { refused: 'NOT_NOW' } })], truthOf({})).wrong,
    ).toHaveLength(1));

  it('waits for the record, and for the room, to come to rest', () => {
    expect(verdictOn([told({})], truthOf({ revision: 2 })).unsettled).toHaveLength(1);
    const heard = event({ kind: 'room.extend', at: 160, byWhom: 'staff:1' });
    expect(verdictOn([], truthOf({ rows: [order({})], roomSeq: 0, events: [heard] })).unsettled).toHaveLength(
      1,
    );
  });
});
