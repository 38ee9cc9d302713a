import { setTimeout as wait } from 'node:timers/promises';
import type { RoomOrder } from '#protocol/orders.schema';
import { readAcknowledgements, type Acknowledgement } from './acknowledgements';
import type { Company } from './company';
import type { Dice } from './dice';
import { judge, type Verdict } from './judge';
import { aim, FEWEST_IN_FLIGHT, type Shot } from './meter';
import type { Target } from './options';
import type { Act } from './plays/plays';
import type { Stack } from './stack';
import type { TruthReader } from './truth';

export interface Row {
  readonly flow: string;
  readonly target: Target;
  readonly step: string;
  readonly inFlight: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly missed: number;
  readonly wrong: number;
  readonly clockErrorMs: number;
  /** From the kill to the answer of the first thing that was sent after it; null where none was. */
  readonly firstAcceptedMs: number | null;
  readonly allRightMs: number | null;
  readonly details: readonly string[];
}

/** A part that comes back late is waited for so long; what is not right by then is wrong. */
const PATIENCE_MS = 240_000;
/** What has come to rest and is wrong stays wrong: pages wait up to 37 s between two tries to come back. */
const STILL_WRONG_MS = 45_000;
const LOOK_MS = 500;
/** Rooms that are given orders in each storm, and how many each. */
const TOLD_ROOMS = 8;
const ROOM_ORDERS = 4;
const REASON = '考务统一安排';

interface Stage {
  readonly company: Company;
  readonly stack: Stack;
  readonly reader: TruthReader;
  readonly flow: string;
}

/** Everybody acts at once, something is killed in the middle of it, and all is looked at when it is over. */
export async function storm(
  { company, stack, reader, flow }: Stage,
  act: Act,
  target: Target,
  dice: Dice,
): Promise<Row> {
  const cell = company.begin(act.id, target);
  const told = dice.some(company.desks, TOLD_ROOMS);
  const expected = company.guests.length * act.each + told.length * ROOM_ORDERS;
  const after = dice.between(1, Math.max(1, Math.floor((expected - FEWEST_IN_FLIGHT) * 0.8)));
  let pids: Record<string, number> = {};
  const gun = aim(company.meter, { after, delayMs: dice.between(0, 25) }, () => {
    pids = stack.kill(target);
  });
  const lanes = [
    ...company.guests.flatMap((guest) => act.storm(guest)),
    ...told.map(async (desk) => {
      for (const order of roomOrders(act.roomMayPause, company.ownSpan)) await desk.orderRoom(order);
    }),
  ];
  const ends = await within(Promise.allSettled(lanes), PATIENCE_MS);
  gun.disarm();
  const shot = gun.shot();
  const { verdict, at } = await settle(company, reader, stack, ends !== null);
  const answered = readAcknowledgements(company.logs).filter((line) => line.cell === cell);
  const troubles = [
    ...(shot ? [] : [`never had ${FEWEST_IN_FLIGHT} in flight, nothing was killed`]),
    ...(ends === null ? ['somebody was never answered'] : ends.flatMap(whyIn)),
    ...verdict.wrong,
  ];
  return {
    ...{ flow, target, step: act.id, inFlight: shot?.inFlight ?? 0 },
    acknowledged: answered.filter(({ answer }) => !('refused' in answer)).length,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    missed: verdict.missed.length,
    wrong: troubles.length,
    clockErrorMs: verdict.clockErrorMs,
    firstAcceptedMs: firstAfter(answered, shot),
    allRightMs: verdict.unsettled.length === 0 && shot ? at - shot.at : null,
    details: [
      `killed ${JSON.stringify(pids)} after ${shot?.acknowledged ?? 0} answers`,
      ...[...verdict.lost, ...verdict.doubled, ...verdict.missed, ...troubles].slice(0, 20),
    ],
  };
}

const roomOrders = (mayPause: boolean, ownSpan: () => number): RoomOrder[] => {
  const extend = (): RoomOrder => ({ kind: 'extend', ms: ownSpan(), reason: REASON });
  const pause: RoomOrder[] = [{ kind: 'pause', reason: REASON }, { kind: 'resume' }];
  return [extend(), ...(mayPause ? pause : [extend(), extend()]), extend()];
};

const whyIn = (end: PromiseSettledResult<void>): string[] =>
  end.status === 'rejected' ? [String(end.reason)] : [];

function firstAfter(answered: readonly Acknowledgement[], shot: Shot | null): number | null {
  if (!shot) return null;
  const after = answered.filter(({ lastSentAt, answer }) => lastSentAt > shot.at && !('refused' in answer));
  return after.length === 0 ? null : Math.min(...after.map(({ answeredAt }) => answeredAt)) - shot.at;
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  const stop = new AbortController();
  const late = wait(ms, null, { signal: stop.signal }).catch(() => null);
  const first = await Promise.race([work, late]);
  stop.abort();
  return first;
}

/** Looks until all is right and at rest, or until it will not become so any more. */
async function settle(
  company: Company,
  reader: TruthReader,
  stack: Stack,
  isAnswered: boolean,
): Promise<{ readonly verdict: Verdict; readonly at: number }> {
  const giveUp = Date.now() + (isAnswered ? PATIENCE_MS : 2 * STILL_WRONG_MS);
  let wrongSince: number | null = null;
  let last: Verdict | null = null;
  let trouble = 'some part does not answer';
  for (;;) {
    const at = Date.now();
    const seen = (await stack.isWell()) ? await look(company, reader) : trouble;
    if (typeof seen === 'string') trouble = seen;
    else {
      last = seen;
      trouble = seen.unsettled.slice(0, 4).join('; ');
      if (trouble === '' && isRight(seen)) return { verdict: seen, at };
      wrongSince = trouble === '' ? (wrongSince ?? at) : null;
    }
    const isLate = at > giveUp || (wrongSince !== null && at - wrongSince > STILL_WRONG_MS);
    if (isLate && last) {
      const wrong = [...last.wrong, `was not right in the end: ${trouble}`];
      return { verdict: { ...last, wrong }, at };
    }
    if (at > giveUp + PATIENCE_MS) throw new Error(`the stack did not come back: ${trouble}`);
    await wait(LOOK_MS);
  }
}

const isRight = ({ lost, doubled, missed, wrong }: Verdict): boolean =>
  [lost, doubled, missed, wrong].every(({ length }) => length === 0);

/** The verdict, or why there can be none yet. */
function look(company: Company, reader: TruthReader): Promise<Verdict | string> {
  return reader.read(company.hall).then(
    (truth) => judge(readAcknowledgements(company.logs), truth, company.pages()),
    (error: unknown) => String(error),
  );
}
