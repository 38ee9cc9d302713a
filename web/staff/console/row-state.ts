import type { ConsoleRow, PositionPresence } from '#protocol/live.schema';
import { proposals } from '#protocol/outages';
import { holds, type StaffRole } from '#protocol/policies';
import type { StepView } from '#steps/schemas';
import type { Mood } from '../../ui/Pill';
import type { IconName } from '../../ui/icon-paths';

/** Where a candidate is, as the list groups it. */
export type RowGroup = 'queue' | 'preparing' | 'absent' | 'inside' | 'over';

/** Keys of `staff.state`. */
export type RowCode =
  | Exclude<StepView['kind'], 'waiting'>
  | 'not-begun'
  | 'ready'
  | 'invited'
  | 'away'
  | 'must-be-called'
  | 'deferred'
  | 'written'
  | 'outage'
  | 'identity-open'
  | 'identity-card'
  | 'camera-lost'
  | 'second-camera-lost'
  | 'second-camera-weak'
  | 'locked'
  | 'bell-off'
  | 'paused'
  | 'overtime'
  | 'ending'
  | 'over';

/** The one thing a line says of its candidate; `code` has its words in `staff.state`. */
export interface RowNote {
  readonly code: RowCode;
  readonly mood: Mood;
  readonly icon: IconName;
  /** Time inside the words. */
  readonly at?: number;
  /** An instant that is counted down to inside the words. */
  readonly until?: number;
  readonly count?: number;
  /** A duration inside the words. */
  readonly ms?: number;
}

export const stepOf = <K extends StepView['kind']>(
  row: ConsoleRow,
  kind: K,
): Extract<StepView, { kind: K }> | null => {
  const step = row.staff?.view.step ?? null;
  return step?.kind === kind ? (step as Extract<StepView, { kind: K }>) : null;
};

/** What one came for; the steps before it lead there. */
const isExam = (step: StepView | null): boolean =>
  step?.kind === 'interview' || step?.kind === 'paper' || step?.kind === 'proctored';

export function groupOf(row: ConsoleRow): RowGroup {
  if (!row.staff) return 'absent';
  if (row.staff.view.phase === 'over') return 'over';
  if (row.staff.view.step?.kind === 'waiting') return 'queue';
  return isExam(row.staff.view.step) ? 'inside' : 'preparing';
}

/** Nothing is heard of this device, and nothing says that it will come back by itself. */
export const silent = (position: PositionPresence): boolean =>
  ['lost', 'left', 'never'].includes(position.state);

function waived(row: ConsoleRow, requirement: string): boolean {
  return row.staff?.waived.some((waiver) => waiver.requirement === requirement) ?? false;
}

/** Who looks at a line. */
export interface Look {
  /** Written by the candidate and not answered yet. */
  readonly unread: number;
  /** May give time back. */
  readonly givesTime: boolean;
}

export const lookOf = (
  role: StaffRole,
  unread: Readonly<Record<string, number>>,
  { sittingId }: ConsoleRow,
): Look => ({ unread: unread[sittingId] ?? 0, givesTime: holds(role, 'give time') });

/** What staff should see to first, worst first; empty when all is well. */
export function attention(row: ConsoleRow, { unread, givesTime }: Look): RowNote[] {
  const group = groupOf(row);
  if (group === 'absent' || group === 'over') return [];
  const notes: RowNote[] = [];
  const waiting = stepOf(row, 'waiting');
  if (waiting?.phase === 'must-be-called')
    notes.push({ code: 'must-be-called', mood: 'warn', icon: 'phone-call' });
  if (unread > 0) notes.push({ code: 'written', mood: 'accent', icon: 'chat', count: unread });
  notes.push(...firstCameraNotes(row));
  if (givesTime) notes.push(...outageNotes(row));
  if (row.staff?.identity.status === 'open') notes.push(identityNote(row));
  notes.push(...secondCameraNotes(row, group));
  if (group === 'queue' && row.presence[1].device && !row.presence[1].device.bell)
    notes.push({ code: 'bell-off', mood: 'warn', icon: 'bell-off' });
  return notes;
}

/** Measured outages of one whose clock ran, that staff have neither given back nor refused. */
export function owedTo(row: ConsoleRow) {
  const clock = row.staff?.view.clock;
  return clock ? proposals(row.outages ?? [], clock) : [];
}

function outageNotes(row: ConsoleRow): RowNote[] {
  const ms = owedTo(row).reduce((sum, owed) => sum + owed.ms, 0);
  return ms > 0 ? [{ code: 'outage', mood: 'warn', icon: 'clock', ms }] : [];
}

const identityNote = (row: ConsoleRow): RowNote =>
  row.staff?.identity.reason === 'by-card'
    ? { code: 'identity-card', mood: 'warn', icon: 'id' }
    : { code: 'identity-open', mood: 'bad', icon: 'id' };

function firstCameraNotes({ presence }: ConsoleRow): RowNote[] {
  if (presence[1].state === 'locked') return [{ code: 'locked', mood: 'warn', icon: 'phone' }];
  return silent(presence[1]) ? [{ code: 'camera-lost', mood: 'bad', icon: 'wifi-off' }] : [];
}

/** A flow that joins no second camera misses none. */
const joinsSecond = (row: ConsoleRow): boolean =>
  row.staff?.view.steps.some(({ kind }) => kind === 'cameras') ?? false;

function secondCameraNotes(row: ConsoleRow, group: RowGroup): RowNote[] {
  if (group === 'preparing' || waived(row, 'second-camera')) return [];
  const second = row.presence[2].state;
  if (second === 'never' && !joinsSecond(row)) return [];
  if (second === 'locked') return [{ code: 'locked', mood: 'warn', icon: 'phone' }];
  if (second === 'amber') return [{ code: 'second-camera-weak', mood: 'warn', icon: 'wifi-weak' }];
  return silent(row.presence[2]) ? [{ code: 'second-camera-lost', mood: 'warn', icon: 'alert' }] : [];
}

/** What passes by itself within minutes: it is told before what can wait. */
const passing: readonly RowCode[] = ['invited', 'away', 'ending', 'overtime'];

/** The line's note: what is about to change, else what needs somebody, else what the candidate is doing. */
export function noteOf(row: ConsoleRow, look: Look): RowNote {
  const now = doing(row);
  return passing.includes(now.code) ? now : (attention(row, look)[0] ?? now);
}

function doing(row: ConsoleRow): RowNote {
  const view = row.staff?.view;
  if (!view) return { code: 'not-begun', mood: 'plain', icon: 'clock' };
  if (view.phase === 'over' || !view.step) return { code: 'over', mood: 'plain', icon: 'check' };
  if (view.step.kind === 'waiting') return waitingNote(view.step);
  if (view.step.kind === 'interview') return interviewNote(row);
  return { code: view.step.kind, mood: 'plain', icon: 'clock' };
}

function waitingNote(step: Extract<StepView, { kind: 'waiting' }>): RowNote {
  if (step.phase === 'invited')
    return { code: 'invited', mood: 'accent', icon: 'bell', until: step.expiresAt };
  if (step.phase === 'away') return { code: 'away', mood: 'plain', icon: 'cup', at: step.until };
  if (step.deferrals > 0) return { code: 'deferred', mood: 'warn', icon: 'alert', count: step.deferrals };
  return { code: 'ready', mood: 'ok', icon: 'check' };
}

function interviewNote(row: ConsoleRow): RowNote {
  const phase = stepOf(row, 'interview')?.phase;
  if (phase === 'ending') return { code: 'ending', mood: 'bad', icon: 'exit' };
  if (row.staff?.view.clock?.pausedSince) return { code: 'paused', mood: 'warn', icon: 'pause' };
  if (phase === 'closing') return { code: 'overtime', mood: 'bad', icon: 'clock' };
  return { code: 'interview', mood: 'accent', icon: 'door' };
}
