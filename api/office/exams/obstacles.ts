import type { Obstacle } from '#contract/office-exams';
import type { FlowDocument } from '#protocol/flow.schema';
import { abilities, type StaffRole } from '#protocol/policies';
import type { LocalText } from '#protocol/text.schema';

type Step = FlowDocument['steps'][number];

export interface Known {
  readonly now: number;
  readonly closesAt: number;
  readonly document: FlowDocument | null;
  readonly rooms: readonly {
    readonly name: LocalText;
    readonly candidates: number;
    readonly roles: readonly StaffRole[];
  }[];
  readonly candidates: number;
  readonly withoutPasscode: number;
  readonly withoutPhoto: number;
  /** Steps that have a paper attached. */
  readonly paperSteps: ReadonlySet<string>;
}

type Code = Obstacle['code'];
const obstacle = (code: Code, stops: boolean, more: Partial<Obstacle> = {}): Obstacle => ({
  ...{ code, stops, room: null, roles: [], step: null, count: null },
  ...more,
});

/** What keeps an exam from opening, in the order in which an office puts it right; advice comes last. */
export function obstaclesOf(known: Known): Obstacle[] {
  const { document, rooms, candidates, now, closesAt } = known;
  const steps = document?.steps ?? [];
  const stopping = [
    ...(document ? [] : [obstacle('no-flow', true)]),
    ...(closesAt > now ? [] : [obstacle('dates-past', true)]),
    ...(rooms.length > 0 ? [] : [obstacle('no-room', true)]),
    ...(candidates > 0 ? [] : [obstacle('no-candidates', true)]),
    ...rooms.flatMap((room) => (room.candidates > 0 ? lacksOf(steps, room) : [])),
    ...steps
      .filter((step) => step.kind === 'paper' && !known.paperSteps.has(step.id))
      .map((step) => obstacle('paper-missing', true, { step: step.title })),
  ];
  return [...stopping, ...adviceOf(known, steps)];
}

function adviceOf({ rooms, candidates, withoutPasscode, withoutPhoto }: Known, steps: readonly Step[]) {
  const comparesFaces = steps.some(({ kind }) => kind === 'face-check');
  return [
    ...(candidates === 0
      ? []
      : rooms
          .filter((room) => room.candidates === 0)
          .map(({ name }) => obstacle('room-empty', false, { room: name }))),
    ...(withoutPasscode > 0 ? [obstacle('no-passcodes', false, { count: withoutPasscode })] : []),
    ...(comparesFaces && withoutPhoto > 0 ? [obstacle('no-photos', false, { count: withoutPhoto })] : []),
  ];
}

interface Need {
  readonly code: Code;
  readonly roles: readonly StaffRole[];
}

/** Who must be in the room for a step to go on: what administrators could do as well is not counted on. */
function needOf(step: Step): Need | null {
  switch (step.kind) {
    case 'waiting':
      return { code: 'nobody-invites', roles: abilities['invite a candidate'] };
    case 'interview':
      return { code: 'nobody-examines', roles: abilities['dispatch a question'] };
    case 'paper':
      return { code: 'nobody-orders', roles: ['chief-examiner', 'invigilator'] };
    case 'face-check':
      return step.decidedBy === 'review-desk'
        ? null
        : { code: 'nobody-decides', roles: [step.decidedBy, 'chief-examiner'] };
    default:
      return null;
  }
}

function lacksOf(steps: readonly Step[], room: Known['rooms'][number]): Obstacle[] {
  const seen = new Set<Code>();
  return steps.flatMap((step) => {
    const need = needOf(step);
    if (!need || seen.has(need.code) || need.roles.some((role) => room.roles.includes(role))) return [];
    seen.add(need.code);
    return [obstacle(need.code, true, { room: room.name, roles: [...need.roles], step: step.title })];
  });
}
