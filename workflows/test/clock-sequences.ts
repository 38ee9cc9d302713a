import fc from 'fast-check';

/** One thing that happens to a clock. Times are whole units; a test decides how long a unit is. */
export type ClockOp =
  | { readonly who: 'room'; readonly kind: 'pause' | 'resume'; readonly at: number }
  | { readonly who: 'room'; readonly kind: 'extend'; readonly at: number; readonly units: number }
  | { readonly who: 'own'; readonly kind: 'pause' | 'resume'; readonly at: number }
  | { readonly who: 'own'; readonly kind: 'extend'; readonly at: number; readonly units: number }
  | { readonly who: 'own'; readonly kind: 'outage'; readonly from: number; readonly to: number }
  /** The candidate enters; what the room ordered before may be heard of only after. */
  | { readonly who: 'start'; readonly at: number }
  /** The sitting looks: rows come twice, and in another order, as the number says. */
  | { readonly who: 'pull'; readonly disorder: number };

export interface ClockSequence {
  readonly total: number;
  readonly start: number;
  readonly ops: readonly ClockOp[];
}

const units = (max: number) => fc.nat({ max });
const roomOp = fc.oneof(
  fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const), gap: units(120) }),
  fc.record({
    kind: fc.constant('extend' as const),
    gap: units(120),
    units: fc.integer({ min: 1, max: 90 }),
  }),
);
const ownOp = fc.oneof(
  fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const), after: units(600) }),
  fc.record({
    kind: fc.constant('extend' as const),
    after: units(600),
    units: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({
    kind: fc.constant('outage' as const),
    after: units(600),
    units: fc.integer({ min: 1, max: 150 }),
  }),
);
const raw = fc.oneof(
  { weight: 4, arbitrary: fc.record({ who: fc.constant('room' as const), op: roomOp }) },
  { weight: 4, arbitrary: fc.record({ who: fc.constant('own' as const), op: ownOp }) },
  { weight: 2, arbitrary: fc.record({ who: fc.constant('pull' as const), disorder: fc.nat() }) },
);

/** Sequences of a room's day and one candidate's clock in it. Room instants never go back; others do as they like. */
export const clockSequence = (maxLength: number): fc.Arbitrary<ClockSequence> =>
  fc
    .record({
      total: fc.integer({ min: 1, max: 300 }),
      start: units(250),
      before: fc.array(raw, { maxLength: Math.floor(maxLength / 3) }),
      after: fc.array(raw, { maxLength }),
    })
    .map(({ total, start, before, after }) => {
      let roomAt = 0;
      const placed = (each: typeof before extends (infer T)[] ? T : never): ClockOp => {
        if (each.who === 'pull') return each;
        if (each.who === 'room') {
          const { gap, ...op } = each.op;
          roomAt += gap;
          return { who: 'room', ...op, at: roomAt };
        }
        const at = start - 20 + each.op.after;
        if (each.op.kind === 'outage')
          return { who: 'own', kind: 'outage', from: at - each.op.units, to: at };
        const { after: _after, ...op } = each.op;
        return { who: 'own', ...op, at };
      };
      const others = before.filter(({ who }) => who !== 'own').map(placed);
      return { total, start, ops: [...others, { who: 'start', at: start }, ...after.map(placed)] };
    });

/**
 * The reference: counts units one by one. A pause that is on cannot be put on again; ending one that is off
 * does nothing; an outage is a stretch; an extension counts when it is given from the start on.
 */
export const reference = ({ total, start, ops }: ClockSequence) => {
  const stretches: { from: number; to: number }[] = [];
  const on: { room: number | null; own: number | null } = { room: null, own: null };
  let allowed = total;
  for (const op of ops) {
    if (op.who === 'pull' || op.who === 'start') continue;
    if (op.kind === 'outage') {
      stretches.push({ from: op.from, to: op.to });
      continue;
    }
    const at = op.who === 'own' ? Math.max(op.at, start) : op.at;
    if (op.kind === 'extend' && at >= start) allowed += op.units;
    if (op.kind === 'pause') on[op.who] ??= at;
    const since = on[op.who];
    if (op.kind === 'resume' && since !== null) {
      stretches.push({ from: since, to: at });
      on[op.who] = null;
    }
  }
  for (const since of [on.room, on.own]) if (since !== null) stretches.push({ from: since, to: Infinity });
  const stands = (t: number) => stretches.some(({ from, to }) => from <= t && t < to);
  const remaining = (until: number) => {
    let left = allowed;
    for (let t = start; t < until && left > 0; t += 1) if (!stands(t)) left -= 1;
    return left;
  };
  const horizon = start + allowed + 5_000;
  let left = allowed;
  let deadline: number | null = null;
  for (let t = start; t <= horizon && deadline === null; t += 1) {
    if (left === 0) deadline = t;
    else if (!stands(t)) left -= 1;
  }
  return { deadline, remaining };
};
