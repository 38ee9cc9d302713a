import { FACE_LIMITS, type Challenge, type FacePose } from '#protocol/face';

/** What happens at one instant of an attempt. */
export type Cue =
  /** The movement is asked for: `index` counts from 0 over all poses. */
  | { readonly at: number; readonly kind: 'ask'; readonly index: number; readonly capturesAt: number }
  | { readonly at: number; readonly kind: 'capture'; readonly index: number }
  /** All pictures of the movement are taken. */
  | { readonly at: number; readonly kind: 'taken'; readonly index: number };

/** Pictures of one movement, and the time between two: a few hundred ms, so that the movement is seen. */
export const FRAMES_PER_POSE = Math.min(4, FACE_LIMITS.framesPerStep);
export const FRAME_GAP_MS = 400;
/** To read what is asked and to move; the first one only wants a face looking straight ahead. */
const LEAD_MS = { front: 3_000, movement: 4_000 } as const;
const AFTER_MS = 600;
/** Time that the last pictures need to go up, before the server's deadline. */
const UPLOAD_MS = 6_000;
/** Below this nobody can follow. */
const SHORTEST_LEAD_MS = 2_000;

export const posesOf = (challenges: readonly Challenge[]): readonly FacePose[] => ['front', ...challenges];

const leadOf = (index: number): number => (index === 0 ? LEAD_MS.front : LEAD_MS.movement);
const capturing = (FRAMES_PER_POSE - 1) * FRAME_GAP_MS;

/**
 * The whole attempt beforehand, on the server's clock. After a reload less time is left: then the pauses for
 * reading shrink, and when even that is too little there is no plan: the attempt ends by itself, at no cost.
 */
export function planAttempt(poses: number, now: number, deadlineAt: number): readonly Cue[] | null {
  const usable = deadlineAt - now - UPLOAD_MS - poses * (capturing + AFTER_MS);
  const wished = Array.from({ length: poses }, (_, index) => leadOf(index)).reduce(
    (sum, lead) => sum + lead,
    0,
  );
  const share = Math.min(1, usable / wished);
  if (leadOf(1) * share < SHORTEST_LEAD_MS) return null;
  const cues: Cue[] = [];
  let at = now;
  for (let index = 0; index < poses; index += 1) {
    const capturesAt = at + Math.round(leadOf(index) * share);
    cues.push({ at, kind: 'ask', index, capturesAt });
    for (let frame = 0; frame < FRAMES_PER_POSE; frame += 1) {
      cues.push({ at: capturesAt + frame * FRAME_GAP_MS, kind: 'capture', index });
    }
    cues.push({ at: capturesAt + capturing, kind: 'taken', index });
    at = capturesAt + capturing + AFTER_MS;
  }
  return cues;
}
