import type { ConsoleRow } from '#protocol/live.schema';
import type { CandidateView, StaffView } from '#protocol/views.schema';
import { attention, groupOf, inOrder, nextInQueue, noteOf } from './row-state';

const device = {
  camera: 'live',
  microphone: 'live',
  bell: true,
  visible: true,
  battery: 0.8,
  rttMs: 20,
} as const;
const here = { state: 'live', lastSeenAt: 1, device } as const;
const never = { state: 'never', lastSeenAt: null, device: null } as const;

function row(ticket: string, step: CandidateView['step'], change: Partial<StaffView> = {}): ConsoleRow {
  const view: CandidateView = {
    sittingId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    revision: 1,
    at: 0,
    phase: 'going-on',
    steps: [],
    stepId: 'x',
    step,
    clock: null,
    positions: { 1: null, 2: null },
    identity: 'passed',
    over: null,
    roomSeq: 0,
  };
  const identity = { status: 'passed', caseId: null, reason: null, attemptsUsed: 1 } as const;
  const staff: StaffView = { view, identity, waived: [], queueKey: ticket, ...change };
  return {
    sittingId: ticket,
    ticket,
    name: ticket,
    revision: 1,
    staff,
    presence: { 1: here, 2: here },
    talkingWith: null,
  };
}
const queued = (change = {}) =>
  ({ kind: 'waiting', phase: 'queued', enteredAt: 0, deferrals: 0, missed: 0, ...change }) as const;

describe('a line of the console', () => {
  it('is ready when both cameras and the bell are there', () =>
    expect(noteOf(row('1', queued())).code).toBe('ready'));

  it('says that the face was not verified before anything else about cameras', () => {
    const identity = { status: 'open', caseId: 'c', reason: 'no-match', attemptsUsed: 3 } as const;
    const line = { ...row('1', queued(), { identity }), presence: { 1: here, 2: never } };
    expect(attention(line).map(({ code }) => code)).toEqual(['identity-open', 'second-camera-lost']);
  });

  it('does not ask for a second camera that was waived', () => {
    const waived = [{ step: 'cameras', requirement: 'second-camera', by: 'staff:1', at: 1 }] as const;
    expect(
      noteOf({ ...row('1', queued(), { waived: [...waived] }), presence: { 1: here, 2: never } }).code,
    ).toBe('ready');
  });

  it('does not miss a second camera before the waiting area', () =>
    expect(
      noteOf({ ...row('1', { kind: 'notice', phase: 'reading' }), presence: { 1: here, 2: never } }).code,
    ).toBe('notice'));

  it('says locked rather than lost where that is known', () => {
    const locked = { ...never, state: 'locked' } as const;
    expect(noteOf({ ...row('1', queued()), presence: { 1: here, 2: locked } }).code).toBe('locked');
  });
});

describe('a line that is about to change', () => {
  it('says away or invited before what can wait', () => {
    const identity = { status: 'open', caseId: 'c', reason: 'by-card', attemptsUsed: 0 } as const;
    const away = queued({ phase: 'away', until: 9 });
    expect(noteOf(row('1', away, { identity })).code).toBe('away');
  });
});

describe('the list', () => {
  it('keeps the queue in its order, then the room, then those who prepare, the absent and the finished', () => {
    const over = row('5', null);
    const finished = {
      ...over,
      staff: over.staff && { ...over.staff, view: { ...over.staff.view, phase: 'over' as const } },
    };
    const absent = { ...row('4', null), staff: null };
    const preparing = row('3', { kind: 'notice', phase: 'reading' });
    const lines = [finished, absent, preparing, row('2', queued()), row('1', queued())];
    expect(inOrder(lines).map(({ ticket }) => ticket)).toEqual(['1', '2', '3', '4', '5']);
    expect(lines.map(groupOf)).toEqual(['over', 'absent', 'preparing', 'queue', 'queue']);
  });

  it('passes over who is away when it names the next', () => {
    const away = row('1', queued({ phase: 'away', until: 9 }));
    expect(nextInQueue([row('2', queued()), away])?.ticket).toBe('2');
  });
});
