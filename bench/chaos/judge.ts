import type { CandidateView } from '#protocol/views.schema';
import type { Acknowledgement } from './acknowledgements';
import { judgeRoom, lastSeqFor, ordersDoubled, ordersMissed } from './judge-orders';
import { deadlineFrom } from './reference-clock';
import { sorted } from './same';
import type { RoomTruth, SittingTruth, Truth } from './truth';

export interface Verdict {
  /** Commands that were acknowledged and are not there. */
  readonly lost: readonly string[];
  /** What happened more often than it was asked. */
  readonly doubled: readonly string[];
  /** Orders that were acknowledged and did not reach a sitting that they are for. */
  readonly missed: readonly string[];
  /** Anything else that does not fit: refusals nobody foresaw, record and workflow apart, gaps. */
  readonly wrong: readonly string[];
  /** Largest difference of any clock or stamp from what it has to be, in ms. */
  readonly clockErrorMs: number;
  /** Where record and workflows have not come to rest at the same place yet. */
  readonly unsettled: readonly string[];
}

/** What each candidate's page shows. */
export type Pages = ReadonlyMap<string, CandidateView | null>;

/** Compares what clients were told with what is. */
export function judge(told: readonly Acknowledgement[], { sittings, rooms }: Truth, pages: Pages): Verdict {
  const ofSittings = sittings.map((truth) => {
    const mine = told.filter(({ sittingId, kind }) => sittingId === truth.sittingId && kind !== 'room-order');
    const room = rooms.find(({ roomId }) => roomId === truth.roomId);
    return judgeSitting(mine, truth, room, pages.get(truth.sittingId) ?? null);
  });
  const ofRooms = rooms.map((room) =>
    judgeRoom(
      told.filter(({ roomId, kind }) => roomId === room.roomId && kind === 'room-order'),
      room,
    ),
  );
  const parts: readonly Partial<Verdict>[] = [...ofSittings, ...ofRooms];
  return {
    lost: parts.flatMap(({ lost }) => lost ?? []),
    doubled: parts.flatMap(({ doubled }) => doubled ?? []),
    missed: parts.flatMap(({ missed }) => missed ?? []),
    wrong: [...refusalsIn(told), ...parts.flatMap(({ wrong }) => wrong ?? [])],
    clockErrorMs: Math.max(0, ...parts.map(({ clockErrorMs }) => clockErrorMs ?? 0)),
    unsettled: parts.flatMap(({ unsettled }) => unsettled ?? []),
  };
}

/** A play that ends in a no of the server was led astray by something. */
const refusalsIn = (told: readonly Acknowledgement[]): string[] =>
  told.flatMap(({ answer, asked, commandId, cell }) =>
    'refused' in answer && answer.refused !== 'CHALLENGE_EXPIRED'
      ? [`${asked.name} ${commandId} refused ${answer.refused} (${cell})`]
      : [],
  );

function judgeSitting(
  told: readonly Acknowledgement[],
  truth: SittingTruth,
  room: RoomTruth | undefined,
  page: CandidateView | null,
): Partial<Verdict> {
  const { lost, missed, wrong } = whatIsMissing(told, truth);
  return {
    lost,
    missed: [...missed, ...ordersMissed(truth, room)],
    doubled: [...phantoms(told, truth), ...twice(truth), ...ordersDoubled(truth, room)],
    wrong: [...wrong, ...gaps(truth), ...apart(truth), ...pageBehind(truth, page)],
    clockErrorMs: Math.max(clockError(truth, page), stampError(told, truth)),
    unsettled: unsettledIn(truth, room),
  };
}

function whatIsMissing(told: readonly Acknowledgement[], { changes, state }: SittingTruth) {
  const found = { lost: [] as string[], missed: [] as string[], wrong: [] as string[] };
  const revisions = new Map(changes.map(({ commandId, revision }) => [commandId, revision]));
  for (const { commandId, asked, answer, kind, cell } of told) {
    if (!('revision' in answer)) continue;
    const what = `${asked.name} ${commandId} (${cell})`;
    const revision = revisions.get(commandId);
    const isThere = revision !== undefined && (state?.view.revision ?? 0) >= answer.revision;
    if (!isThere) (kind === 'order' ? found.missed : found.lost).push(what);
    else if (!fits(asked.name, answer.revision, revision))
      found.wrong.push(`${what}: answered as ${answer.revision}, recorded as ${revision}`);
  }
  return found;
}

/** Checking in answers with the view after the devices were told of, too. */
const fits = (name: string, answered: number, recorded: number): boolean =>
  name === 'check-in' ? recorded <= answered : recorded === answered;

/** Changes by a command that no client was told of, once all clients are answered. */
const phantoms = (told: readonly Acknowledgement[], { changes }: SittingTruth): string[] => {
  const known = new Set(told.map(({ commandId }) => commandId));
  return changes.flatMap(({ commandId, revision }) =>
    commandId === null || known.has(commandId) || commandId.startsWith('position-')
      ? []
      : [`revision ${revision} by ${commandId}, which nobody was told of`],
  );
};

/** What can happen once only, or carries a mark that is used once only. */
const marks: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  'clock.extend': ({ ms }) => String(ms),
  'room.extend': ({ ms }) => String(ms),
  'interview.dispatched': ({ question }) => String(question),
  'interview.opened': ({ question }) => String(question),
  'interview.started': () => '',
  'paper.opened': () => '',
  'room.our-outage': ({ outageId }) => String(outageId),
  'step.entered': ({ kind }) => String(kind),
  'waiting.invited': ({ seq }) => String(seq),
  'requirement.waived': ({ requirement }) => String(requirement),
};

function twice({ events, sittingId }: SittingTruth): string[] {
  const seen = new Set<string>();
  return events.flatMap(({ kind, details, stepId }) => {
    const mark = marks[kind]?.(details);
    if (mark === undefined) return [];
    const name = `${kind} ${stepId} ${mark}`;
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice ? [`${sittingId}: ${name} twice`] : [];
  });
}

const gaps = ({ changes, sittingId }: SittingTruth): string[] =>
  changes.every(({ revision }, at) => revision === at + 1) ? [] : [`${sittingId}: a gap in the record`];

/** Beside what moves by itself, projection and workflow say the same once both have come to rest. */
function apart({ projection, state, sittingId }: SittingTruth): string[] {
  if (!state || projection.revision !== state.view.revision) return [];
  const still = (view: unknown): string =>
    JSON.stringify(view, (name, value: unknown) =>
      ['at', 'remainingMs', 'creditedMs', 'pausedSince', 'closingUntil', 'roomSeq'].includes(name)
        ? undefined
        : sorted(value),
    );
  return still(projection.staffView) === still(state)
    ? []
    : [`${sittingId}: projection and workflow differ at revision ${projection.revision}`];
}

function clockError({ events, projection, state }: SittingTruth, page: CandidateView | null): number {
  const right = deadlineFrom(events);
  if (right === undefined) return 0;
  const shown = [projection.staffView?.view, state?.view, page ?? undefined];
  const atRest = shown.filter((view) => view?.revision === state?.view.revision && view?.clock);
  return Math.max(0, ...atRest.map((view) => distance(view?.clock?.deadlineAt ?? null, right)));
}

const distance = (a: number | null, b: number | null): number => {
  if (a === null || b === null) return a === b ? 0 : Infinity;
  return Math.abs(a - b);
};

/** An instant that counts lies between the first try and the answer, or the first receipt where there was one. */
function stampError(told: readonly Acknowledgement[], { events }: SittingTruth): number {
  const errors = told.map(({ commandId, firstSentAt, answeredAt, stampedAt }) => {
    const at = events.find((event) => event.commandId === commandId)?.at;
    if (at === undefined) return 0;
    return Math.max(0, firstSentAt - at, at - (stampedAt ?? answeredAt));
  });
  return Math.max(0, ...errors);
}

/** Screens catch up by themselves. */
const pageBehind = ({ state, sittingId }: SittingTruth, page: CandidateView | null): string[] =>
  !state || page?.revision === state.view.revision
    ? []
    : [`${sittingId}: the page shows revision ${page?.revision ?? 'nothing'} of ${state.view.revision}`];

function unsettledIn(
  { projection, state, changes, sittingId }: SittingTruth,
  room: RoomTruth | undefined,
): string[] {
  if (!state) return [];
  const { revision, roomSeq } = state.view;
  const ordered = lastSeqFor(room, sittingId);
  return [
    ...(projection.revision === revision && changes.length === revision
      ? []
      : [`${sittingId}: at ${revision}, projected ${projection.revision}, recorded ${changes.length}`]),
    ...(roomSeq >= ordered ? [] : [`${sittingId}: heard ${roomSeq} of ${ordered} orders`]),
  ];
}
