import type { RecordedChange, SittingEvent } from '#protocol/events';
import type { CandidateView, RoomView, StaffView } from '#protocol/views.schema';

const at = 1_795_500_000_000;

export const buildEvent = (given: Partial<SittingEvent> = {}): SittingEvent => ({
  kind: 'step.entered',
  at,
  by: 'candidate',
  stepId: 'notice',
  commandId: null,
  details: { kind: 'notice' },
  ...given,
});

/** Revision r with one event, and the answer of its command if one is named. */
export const buildChange = (revision: number, commandId: string | null = null): RecordedChange => ({
  revision,
  events: [buildEvent({ at: at + revision, commandId })],
  answer: commandId === null ? null : { commandId, json: JSON.stringify({ revision }) },
});

export const buildStaffView = (
  sittingId: string,
  revision: number,
  given: Partial<Omit<StaffView, 'view'>> & { readonly view?: Partial<CandidateView> } = {},
): StaffView => ({
  identity: { status: 'not-yet', caseId: null, reason: null, attemptsUsed: 0 },
  waived: [],
  queueKey: null,
  ...given,
  view: {
    sittingId,
    revision,
    at: at + revision,
    phase: 'going-on',
    steps: [{ id: 'notice', kind: 'notice', status: 'now', at }],
    stepId: 'notice',
    step: { kind: 'notice', phase: 'reading' },
    clock: null,
    positions: { 1: null, 2: null },
    identity: 'not-yet',
    over: null,
    roomSeq: 0,
    ...given.view,
  },
});

export const buildRoomView = (roomId: string, revision: number, lastSeq = revision): RoomView => ({
  roomId,
  revision,
  phase: 'open',
  lastSeq,
  occupant: null,
  pausedSince: null,
});
