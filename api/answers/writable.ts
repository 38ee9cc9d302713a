/**
 * Whether something received at `:at` may still be written: by the sitting's projected deadline or by the room's orders
 * that have not reached it yet, whichever is later. Seven values: see `writableValues`.
 */
const unapplied = `o.room_id = s.room_id AND o.seq > s.room_seq`;

const IN_TIME = `? <= s.paper_until + COALESCE((
  SELECT SUM(CAST(JSON_VALUE(o.body, '$.ms') AS UNSIGNED)) FROM room_orders o WHERE ${unapplied} AND o.kind = 'extend'), 0)`;

/** A pause or an outage that is given back moves the deadline by an amount that is not known yet. */
const HELD = `EXISTS (
  SELECT 1 FROM room_orders o WHERE ${unapplied} AND o.kind IN ('pause', 'our-outage', 'reopen'))`;

/** Dispatched, and the projection does not say so yet. */
const JUST_OPENED = `(s.paper_opens IS NULL AND EXISTS (
  SELECT 1 FROM room_orders o WHERE ${unapplied} AND o.kind = 'dispatch' AND JSON_VALUE(o.body, '$.paper') = s.paper_step
    AND GREATEST(o.effective_at, CAST(COALESCE(JSON_VALUE(o.body, '$.at'), 0) AS UNSIGNED)) <= ?))`;

/** Collected by the room for good; what was stamped before it and its grace still counts. */
const COLLECTED = `EXISTS (
  SELECT 1 FROM room_orders o WHERE ${unapplied} AND o.kind = 'collect' AND JSON_VALUE(o.body, '$.paper') = s.paper_step
    AND o.effective_at + 3000 < ?)`;

export const WRITABLE = `s.ended_at IS NULL AND s.paper_step = a.step_id
  AND (a.sealed_at IS NULL OR a.sealed_at < s.paper_since)
  AND ((s.paper_opens <= ? AND (${IN_TIME} OR ${HELD})) OR ${JUST_OPENED})
  AND NOT ${COLLECTED}`;

export const writableValues = (at: number): readonly number[] => [at, at, at, at];
