import type { SittingInput } from './messages';
import { isRefusal, type Refusal } from './protocol/refusals';
import { hasFallenBack, openStageOf } from './protocol/video';
import { takeRoomOrder } from './room/orders';
import { openRoom, roomView, type RoomState } from './room/state';
import { takeCommand } from './sitting/commands';
import { applyRoomOrder } from './sitting/room-orders';
import { openingState, type Change, type SittingState } from './sitting/state';
import { candidateView } from './sitting/view';
import { flowOf } from './test/flows';
import { moment } from './test/scene';

const input: SittingInput = {
  ...{ sittingId: '01JSITTING0000000000000000', examId: 'E', roomId: 'R', photoKey: null },
  ...{ extraMs: 0, closesAt: 1_000_000, flow: flowOf(['notice', 'waiting', 'interview']) },
};
const ok = (answer: Change | Refusal): Change => {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};
const view = (state: SittingState) => candidateView(input, state, 999);
const kinds = ({ events }: Change) => events.map(({ kind }) => kind);

const atNotice = openingState(input, moment(0, 'system')).state;
const waiting = ok(
  takeCommand(input, atNotice, { stepId: 'notice', command: { name: 'notice.read' } }, moment(10)),
).state;
const roomSays = (state: SittingState, order: Parameters<typeof applyRoomOrder>[2]['order'], at: number) =>
  applyRoomOrder(
    input,
    state,
    { roomId: 'R', seq: state.roomSeq + 1, to: null, effectiveAt: at, by: 'staff:chief', order },
    moment(at, 'staff:chief'),
  );
const inside = (() => {
  const invited = roomSays(waiting, { kind: 'invite', sittingId: input.sittingId, called: false }, 100).state;
  const accept = { stepId: 'waiting', command: { name: 'waiting.accept' } } as const;
  return ok(takeCommand(input, invited, accept, moment(200))).state;
})();

const fall = (state: SittingState, stage: 'waiting' | 'interview', generation: number, at = 300) => {
  const command = { name: 'stage-fell-back', stage, generation, cause: 'join' } as const;
  return takeCommand(input, state, { stepId: null, command }, moment(at, 'system'));
};

describe('a stage that leaves its video provider', () => {
  it('is the one that is open, and says so to every page', () => {
    const change = ok(fall(inside, 'interview', 200));
    expect(view(change.state).video).toEqual({
      stage: 'interview',
      generation: 200,
      since: 300,
      cause: 'join',
    });
    expect(change.events).toMatchObject([
      { kind: 'video.fell-back', by: 'system', at: 300, details: { stage: 'interview', cause: 'join' } },
    ]);
  });

  it('changes neither clock nor positions nor step', () => {
    const { state } = ok(fall(inside, 'interview', 200));
    const { video: _video, ...after } = view(state);
    expect(after).toEqual(view(inside));
  });

  it('does so once', () => {
    const { state } = ok(fall(inside, 'interview', 200));
    expect(ok(fall(state, 'interview', 200, 400))).toEqual({ state, events: [], errands: [] });
  });

  it('is not one that is closed, or was another', () => {
    expect(fall(inside, 'waiting', 0)).toMatchObject({ refused: 'NOT_NOW' });
    expect(fall(inside, 'interview', 199)).toMatchObject({ refused: 'NOT_NOW' });
    expect(fall(atNotice, 'waiting', 0)).toMatchObject({ refused: 'NOT_NOW' });
    const over = { at: 1, by: 'system', cause: 'clock' } as const;
    expect(fall({ ...inside, over }, 'interview', 200)).toMatchObject({ refused: 'ALREADY_OVER' });
  });

  it('leaves the next stage of the same candidate with the provider', () => {
    const { state } = ok(fall(waiting, 'waiting', 0));
    const seen = view({ ...inside, video: state.video });
    const open = openStageOf(seen);
    expect(open).toEqual({ stage: 'interview', generation: 200 });
    expect(open && hasFallenBack(seen, open)).toBe(false);
  });
});

describe('a room whose staff move it off its video provider', () => {
  it('takes every stage along that is open then, and tells the others', () => {
    const change = roomSays(waiting, { kind: 'fall-back-video' }, 500);
    expect(kinds(change)).toEqual(['room.fall-back-video', 'video.fell-back']);
    expect(view(change.state)).toMatchObject({ video: { stage: 'waiting', cause: 'room', since: 500 } });
    const early = roomSays(atNotice, { kind: 'fall-back-video' }, 500);
    expect(kinds(early)).toEqual(['room.fall-back-video']);
    expect(view(early.state)).not.toHaveProperty('video');
  });

  it('does not concern a stage that opened after it', () => {
    expect(kinds(roomSays(waiting, { kind: 'fall-back-video' }, 9))).toEqual(['room.fall-back-video']);
    expect(kinds(roomSays(inside, { kind: 'fall-back-video' }, 199))).toEqual(['room.fall-back-video']);
    expect(kinds(roomSays(inside, { kind: 'fall-back-video' }, 200))).toHaveLength(2);
  });

  it('moves nothing that has moved', () => {
    const { state } = ok(fall(waiting, 'waiting', 0));
    const change = roomSays(state, { kind: 'fall-back-video' }, 500);
    expect(kinds(change)).toEqual(['room.fall-back-video']);
    expect(change.state.video?.cause).toBe('join');
  });

  it('is moved once an alarm: the second is told who was first', () => {
    const room = { roomId: 'R', examId: 'E', closesAt: 1_000_000 };
    const give = (state: RoomState, at: number, by: string) =>
      takeRoomOrder(room, state, { order: { kind: 'fall-back-video' }, receivedAt: at, by });
    const first = give(openRoom(), 1_000, 'staff:a');
    if (isRefusal(first)) throw new Error(first.refused);
    expect(roomView(room, first.state).video).toEqual({ since: 1_000, by: 'staff:a' });
    expect(give(first.state, 2_000, 'staff:b')).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:a', at: 1_000 },
    });
    expect(isRefusal(give(first.state, 61_000, 'staff:b'))).toBe(false);
  });
});
