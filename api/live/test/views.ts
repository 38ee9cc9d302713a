import type { DataSource } from 'typeorm';
import { Sitting } from '#models/sitting';
import type { CandidateView, StaffView } from '#protocol/views.schema';
import type { StepView } from '#steps/schemas';

const KINDS = ['notice', 'face-check', 'cameras', 'waiting', 'interview'] as const;
export type Kind = (typeof KINDS)[number];

const stepViews = (at: number): Record<Kind, StepView> => ({
  notice: { kind: 'notice', phase: 'reading' },
  'face-check': { kind: 'face-check', phase: 'comparing', attempts: 3, attemptsLeft: 3, since: at },
  cameras: { kind: 'cameras', phase: 'pairing', waived: false, pairedAt: null },
  waiting: { kind: 'waiting', phase: 'queued', enteredAt: at, deferrals: 0, missed: 0 },
  interview: { kind: 'interview', phase: 'running', startedAt: at, ending: null, questions: [] },
});

interface Given {
  readonly revision?: number;
  readonly at?: number;
  readonly identity?: StaffView['identity'];
  /** Over since, after an interview of that many ms. */
  readonly over?: { readonly at: number; readonly interviewMs: number };
}

/** A view as the workflow would project it, in the step of this kind. */
export function viewIn(sittingId: string, kind: Kind, given: Given = {}): CandidateView {
  const at = given.at ?? 1_764_000_000_000;
  const now = KINDS.indexOf(kind);
  const over = given.over ?? null;
  const doneAt = (index: number) =>
    over && KINDS[index] === 'interview' ? over.at : over ? over.at - over.interviewMs : at;
  return {
    sittingId,
    revision: given.revision ?? 1,
    at,
    phase: over ? 'over' : 'going-on',
    steps: KINDS.map((each, index) => ({
      id: each,
      kind: each,
      status: over || index < now ? 'done' : index === now ? 'now' : 'next',
      at: over || index <= now ? doneAt(index) : null,
    })),
    stepId: over ? null : kind,
    step: over ? null : stepViews(at)[kind],
    clock: kind === 'interview' && !over ? clockFrom(at) : null,
    positions: { 1: null, 2: null },
    identity: 'not-yet',
    over: over && { at: over.at, by: 'staff:x', cause: 'staff' },
    roomSeq: 0,
  };
}

const clockFrom = (startedAt: number): CandidateView['clock'] => ({
  startedAt,
  totalMs: 1_200_000,
  deadlineAt: startedAt + 1_200_000,
  remainingMs: 1_200_000,
  closingUntil: null,
  pausedSince: null,
  extendedMs: 0,
  creditedMs: 0,
  ledger: [],
});

export function staffViewIn(sittingId: string, kind: Kind, given: Given = {}): StaffView {
  const view = viewIn(sittingId, kind, given);
  const queueKey =
    view.step?.kind === 'waiting' ? `000.${String(view.step.enteredAt).padStart(15, '0')}` : null;
  const unknown = { status: 'not-yet', caseId: null, reason: null, attemptsUsed: 0 } as const;
  return { view, identity: given.identity ?? unknown, waived: [], queueKey };
}

/** Writes the projection of a sitting as `recordTransition` does, and says nothing to anybody. */
export async function project(
  source: DataSource,
  sittingId: string,
  kind: Kind,
  given: Given = {},
): Promise<StaffView> {
  const staffView = staffViewIn(sittingId, kind, given);
  const { revision, step } = staffView.view;
  const rows = source.getRepository(Sitting);
  await rows.save(
    rows.create({
      id: sittingId,
      revision,
      staffView,
      stepKind: step?.kind ?? null,
      stepPhase: step?.phase ?? null,
      stepSince: given.at ?? null,
      queueKey: staffView.queueKey,
    }),
  );
  return staffView;
}
