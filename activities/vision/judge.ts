import {
  FACE_LIMITS,
  type Challenge,
  type FaceEvidence,
  type FacePose,
  type FaceUnusableReason,
  type FaceVerdict,
  type LivenessReason,
} from '#protocol/face';
import { poseShown, stepShown } from './challenge';
import type { Embedding } from './embed';
import type { Thresholds } from './manifest.schema';
import type { Observation, SeenFace } from './observe';

export interface ObservedStep {
  readonly pose: FacePose;
  readonly frames: readonly Observation[];
  /** Every picture of the step is the same, bit by bit. */
  readonly frozen: boolean;
}

export interface Hearing {
  readonly asked: readonly Challenge[];
  readonly steps: readonly ObservedStep[];
  readonly registered: Observation;
  readonly thresholds: Thresholds;
  readonly distance: (a: Embedding, b: Embedding) => number;
  readonly versions: Pick<FaceEvidence, 'modelVersion' | 'thresholdVersion'>;
}

type Place = NonNullable<FaceEvidence['decidedAt']>;
interface Witness {
  readonly at: Place;
  readonly face: SeenFace;
}

/** Whether the steps are the ones that were asked, before any picture is looked at. */
export function refuseShape(
  asked: readonly Challenge[],
  steps: readonly { readonly pose: FacePose; readonly images: readonly unknown[] }[],
): LivenessReason | null {
  const counts = steps.map(({ images }) => images.length);
  if (counts.some((count) => count > FACE_LIMITS.framesPerStep) || steps.length > asked.length + 1)
    return 'too-many-frames';
  if (counts.some((count) => count < FACE_LIMITS.framesPerStepMin) || steps.length < asked.length + 1)
    return 'too-few-frames';
  return ['front', ...asked].every((pose, index) => steps[index]?.pose === pose) ? null : 'wrong-order';
}

/** Judges a whole check: are the pictures usable, is it alive, is it one person, and is it the registered one. */
export function judge(hearing: Hearing): FaceVerdict {
  const { steps } = hearing;
  const nothing = { toRegistered: null, farthestFrame: null, bestFrame: null, decidedAt: null };
  const evidence: FaceEvidence = { ...nothing, ...hearing.versions };
  const crowd = findPlace(steps, (frame) => frame.seen === 'nothing' && frame.reason === 'two-faces');
  if (crowd) return unusable('two-faces', { ...evidence, decidedAt: crowd });
  const front = bestFront(steps[0]?.frames ?? [], hearing.thresholds);
  if (!front) return unusable(mainFlaw(steps[0]?.frames ?? []) ?? 'turned-away', evidence);
  return judgePerson(hearing, front, { ...evidence, bestFrame: front.at.frame });
}

function judgePerson(hearing: Hearing, front: Witness, evidence: FaceEvidence): FaceVerdict {
  const toFront = ({ embedding }: SeenFace) => hearing.distance(front.face.embedding, embedding);
  const witnesses = goodWitnesses(hearing);
  const seen = { ...evidence, farthestFrame: Math.max(0, ...witnesses.map(({ face }) => toFront(face))) };
  const stranger = findStranger(hearing, witnesses, toFront);
  if (stranger) return unusable('swapped', { ...seen, decidedAt: stranger.at });
  if (hearing.steps.every(({ frozen }) => frozen)) return unusable('not-live', seen);
  const proofs = witnesses.filter(({ face }) => toFront(face) <= hearing.thresholds.likeness.sameSession);
  return judgeMovements(hearing, front, proofs, seen) ?? judgeLikeness(hearing, front, seen);
}

/** Faces that can be told apart: in a good picture, and not turned too far. */
function goodWitnesses({ steps, thresholds }: Hearing): Witness[] {
  return steps.flatMap(({ frames }, step) =>
    frames.flatMap((face, frame) =>
      face.seen === 'face' && face.flaws.length === 0 && Math.abs(face.pose.yaw) <= thresholds.pose.turnYawMax
        ? [{ at: { step, frame }, face }]
        : [],
    ),
  );
}

/** Unlike the front picture beyond doubt, or unlike both it and the registered photo. */
function findStranger(
  { registered, thresholds, distance }: Hearing,
  witnesses: readonly Witness[],
  toFront: (face: SeenFace) => number,
): Witness | undefined {
  const { sameSession, review } = thresholds.likeness;
  return witnesses.find(({ face }) => {
    if (toFront(face) > review) return true;
    const unlikeBoth = registered.seen === 'face' && distance(registered.embedding, face.embedding) > review;
    return unlikeBoth && toFront(face) > sameSession;
  });
}

function judgeMovements(
  { asked, steps, thresholds }: Hearing,
  front: Witness,
  proofs: readonly Witness[],
  evidence: FaceEvidence,
): FaceVerdict | null {
  const limits = thresholds.pose;
  for (const [index, challenge] of asked.entries()) {
    const step = index + 1;
    const mine = proofs.filter(({ at }) => at.step === step);
    const shown = stepShown(
      mine.map(({ face }) => poseShown(face.pose, front.face.pose, limits)),
      {
        asked: challenge,
        before: asked[index - 1] ?? null,
        elsewhere: asked.filter((other) => other !== challenge),
      },
    );
    if (shown === 'out-of-order') return unusable('wrong-order', evidence);
    if (shown === 'done') continue;
    const flaw = mainFlaw(steps[step]?.frames ?? []);
    if (flaw) return unusable(flaw, evidence);
    if (!anyMovement(proofs, front, limits)) return unusable('not-live', evidence);
    return unusable('challenge-missed', evidence, challenge);
  }
  return null;
}

function judgeLikeness(
  { registered, thresholds, distance }: Hearing,
  front: Witness,
  before: FaceEvidence,
): FaceVerdict {
  if (registered.seen === 'nothing') {
    return { outcome: 'review', reason: 'registered-photo-unusable', evidence: before };
  }
  const toRegistered = distance(front.face.embedding, registered.embedding);
  const evidence = { ...before, toRegistered };
  if (toRegistered <= thresholds.likeness.accept) return { outcome: 'pass', evidence };
  if (registered.flaws.length > 0)
    return { outcome: 'review', reason: 'registered-photo-unusable', evidence };
  if (toRegistered <= thresholds.likeness.review)
    return { outcome: 'review', reason: 'uncertain-likeness', evidence };
  return { outcome: 'no-match', evidence };
}

/** The sharpest picture that looks straight ahead stands for the candidate. */
export function bestFront(frames: readonly Observation[], { pose }: Thresholds): Witness | null {
  return frames.reduce<Witness | null>((best, face, frame) => {
    if (face.seen !== 'face' || face.flaws.length > 0 || Math.abs(face.pose.yaw) > pose.frontYaw) return best;
    return best && best.face.sharpness >= face.sharpness ? best : { at: { step: 0, frame }, face };
  }, null);
}

/** What is wrong with most pictures of a step; nothing when most are good. */
function mainFlaw(frames: readonly Observation[]): FaceUnusableReason | null {
  const flaws = frames.flatMap((frame) =>
    frame.seen === 'nothing' ? [frame.reason] : frame.flaws.slice(0, 1),
  );
  if (flaws.length * 2 <= frames.length) return null;
  const count = (reason: FaceUnusableReason) => flaws.filter((flaw) => flaw === reason).length;
  return flaws.reduce((most, flaw) => (count(flaw) > count(most) ? flaw : most));
}

function anyMovement(proofs: readonly Witness[], front: Witness, limits: Thresholds['pose']): boolean {
  const { yaw, mouthOpen } = front.face.pose;
  return proofs.some(
    ({ face: { pose } }) =>
      Math.abs(pose.yaw - yaw) >= limits.stillYaw ||
      Math.abs(pose.mouthOpen - mouthOpen) >= limits.stillMouth,
  );
}

function findPlace(steps: readonly ObservedStep[], matches: (frame: Observation) => boolean): Place | null {
  for (const [step, { frames }] of steps.entries()) {
    const frame = frames.findIndex(matches);
    if (frame >= 0) return { step, frame };
  }
  return null;
}

export function unusable(
  reason: FaceUnusableReason,
  evidence: FaceEvidence,
  missed: Challenge | null = null,
): FaceVerdict {
  return { outcome: 'unusable', reason, missed, evidence };
}
