import type { ConsoleRow, Message } from '#protocol/live.schema';
import type { CandidateView, RoomView } from '#protocol/views.schema';
import { atFirst, broken, receive, withMessages } from './live-state';

const view = (revision: number): CandidateView => ({
  sittingId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  revision,
  at: 0,
  phase: 'going-on',
  steps: [],
  stepId: null,
  step: null,
  clock: null,
  positions: { 1: null, 2: null },
  identity: 'not-yet',
  over: null,
  roomSeq: 0,
});
const nobody = { state: 'never', lastSeenAt: null, device: null } as const;
const row = (revision: number, change: Partial<ConsoleRow> = {}): ConsoleRow => ({
  sittingId: 's1',
  ticket: 't',
  name: 'n',
  revision,
  staff: null,
  presence: { 1: nobody, 2: nobody },
  talkingWith: null,
  ...change,
});
const message = (id: string, at: number): Message => ({
  id,
  at,
  audience: 'room',
  sittingId: null,
  from: { kind: 'staff', role: 'examiner', name: '陈', mine: false },
  text: id,
});

describe('the state of a page', () => {
  it('never goes back to a lower revision', () => {
    const ahead = receive(atFirst, { event: 'view', view: view(7) });
    expect(receive(ahead, { event: 'view', view: view(6) }).view?.revision).toBe(7);
    expect(receive(ahead, { event: 'view', view: view(8) }).view?.revision).toBe(8);
  });

  it('keeps what staff knows of a row by its revision, and takes presence as it comes', () => {
    const ahead = receive(atFirst, { event: 'rows', whole: true, rows: [row(5)] });
    const live = { state: 'live', lastSeenAt: 9, device: null } as const;
    const late = receive(ahead, {
      event: 'rows',
      whole: false,
      rows: [row(4, { presence: { 1: live, 2: nobody } })],
    });
    expect(late.rows.s1).toMatchObject({ revision: 5, presence: { 1: { state: 'live' } } });
  });

  it('forgets rows that a whole list does not name', () => {
    const two = receive(atFirst, {
      event: 'rows',
      whole: true,
      rows: [row(1), { ...row(1), sittingId: 's2' }],
    });
    expect(Object.keys(receive(two, { event: 'rows', whole: true, rows: [row(1)] }).rows)).toEqual(['s1']);
  });

  it('does not let an older room overwrite a newer one', () => {
    const room: RoomView = {
      roomId: 'r',
      revision: 3,
      phase: 'paused',
      lastSeq: 2,
      occupant: null,
      pausedSince: 1,
    };
    const paused = receive(atFirst, { event: 'room', room, staff: [] });
    expect(
      receive(paused, { event: 'room', room: { ...room, revision: 2, phase: 'open' }, staff: [] }).room
        ?.phase,
    ).toBe('paused');
  });

  it('shows a message once, in the order of time, however it arrives', () => {
    const heard = receive(atFirst, { event: 'message', message: message('b', 2) });
    expect(withMessages(heard, [message('a', 1), message('b', 2)]).messages.map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
  });

  it('remembers since when the stream is broken until the next hello', () => {
    const gone = broken(broken(atFirst, 100), 200);
    expect(gone).toMatchObject({ connection: 'broken', brokenSince: 100 });
    expect(receive(gone, { event: 'hello', serverTime: 0, connection: 'c' })).toMatchObject({
      connection: 'open',
      brokenSince: null,
      hellos: 1,
    });
  });
});
