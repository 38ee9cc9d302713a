import type { ConsoleRow, DeviceState, PositionPresence } from '#protocol/live.schema';
import type { CandidateView, ClockView, StaffView } from '#protocol/views.schema';
import type { StepViews } from '#steps/schemas';

const device: DeviceState = {
  camera: 'live',
  microphone: 'live',
  bell: true,
  visible: true,
  battery: 0.8,
  rttMs: 20,
};
export const here: PositionPresence = { state: 'live', lastSeenAt: 1, device };
export const never: PositionPresence = { state: 'never', lastSeenAt: null, device: null };

interface Wanted {
  readonly step: CandidateView['step'];
  readonly clock?: ClockView | null;
  readonly steps?: CandidateView['steps'];
  readonly staff?: Partial<StaffView>;
  readonly presence?: ConsoleRow['presence'];
}

/** A line of a console as the server would send it; whoever is in it has passed the face check and is there. */
export function consoleRow(ticket: string, wanted: Wanted): ConsoleRow {
  const { step, clock = null, steps = [], staff, presence = { 1: here, 2: here } } = wanted;
  const view: CandidateView = {
    sittingId: ticket,
    revision: 1,
    at: 0,
    phase: 'going-on',
    steps,
    stepId: steps.find(({ status }) => status === 'now')?.id ?? 'x',
    step,
    clock,
    positions: { 1: null, 2: null },
    identity: 'passed',
    over: null,
    roomSeq: 0,
  };
  const identity = { status: 'passed', caseId: null, reason: null, attemptsUsed: 1 } as const;
  return {
    sittingId: ticket,
    ticket,
    name: ticket,
    revision: 1,
    staff: { view, identity, waived: [], queueKey: ticket, ...staff },
    presence,
    talkingWith: null,
  };
}

export const queued = { kind: 'waiting', phase: 'queued', enteredAt: 0, deferrals: 0, missed: 0 } as const;
export const running: StepViews['interview'] = {
  kind: 'interview',
  phase: 'running',
  startedAt: 0,
  ending: null,
  questions: [],
};

export const clock = (change: Partial<ClockView> = {}): ClockView => ({
  startedAt: 1_000,
  totalMs: 1_200_000,
  deadlineAt: 1_201_000,
  remainingMs: 1_200_000,
  closingUntil: null,
  pausedSince: null,
  extendedMs: 0,
  creditedMs: 0,
  ledger: [],
  ...change,
});
