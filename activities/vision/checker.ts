import { createHash } from 'node:crypto';
import {
  FACE_LIMITS,
  type Challenge,
  type FacePose,
  type FaceVerdict,
  type PhotoVerdict,
} from '#protocol/face';
import { decode, type DecodeLimits } from './decode';
import { distance } from './embed';
import { bestFront, judge, refuseShape, unusable, type ObservedStep } from './judge';
import { observe, type Observation } from './observe';
import { openModels, type Models } from './sessions';

/** One attempt at the face check, as the server asked for it and as the browser sent it. */
export interface FaceCheckInput {
  /** The registered photo. */
  readonly registered: Buffer;
  /** What the server asked, in its order; `front` comes before and is not part of it. */
  readonly asked: readonly Challenge[];
  /** The browser's pictures, un-mirrored, step by step: `front`, then one step for each challenge. */
  readonly frames: readonly { readonly pose: FacePose; readonly images: readonly Buffer[] }[];
}

export interface FaceChecker {
  /** Judges one attempt. Throws only on faults of ours, which cost the candidate nothing. */
  check(input: FaceCheckInput): Promise<FaceVerdict>;
  /** Whether a photo could serve as a registered photo. */
  inspectPhoto(photo: Buffer): Promise<PhotoVerdict>;
  close(): Promise<void>;
}

const FRAME: DecodeLimits = { bytes: FACE_LIMITS.frameBytes, pixels: 4_000_000, seconds: 5, longerSide: 960 };
const PHOTO: DecodeLimits = {
  bytes: FACE_LIMITS.photoBytes,
  pixels: 50_000_000,
  seconds: 10,
  longerSide: 1600,
};

/** A checker in this thread: the models compute synchronously and hold the thread up meanwhile. */
export async function openChecker(manifestPath: string): Promise<FaceChecker> {
  const models = await openModels(manifestPath);
  return {
    check: (input) => check(models, input),
    inspectPhoto: (photo) => inspectPhoto(models, photo),
    close: () => models.close(),
  };
}

async function check(models: Models, { registered, asked, frames }: FaceCheckInput): Promise<FaceVerdict> {
  const { modelVersion, thresholdVersion } = models;
  const versions = { modelVersion, thresholdVersion };
  const misshapen = refuseShape(asked, frames);
  if (misshapen) {
    return unusable(misshapen, {
      toRegistered: null,
      farthestFrame: null,
      bestFrame: null,
      decidedAt: null,
      ...versions,
    });
  }
  const steps: ObservedStep[] = [];
  for (const step of frames) {
    steps.push(await observeStep(models, step));
    if (!bestFront(steps[0]?.frames ?? [], models.manifest.thresholds)) break;
  }
  return judge({
    asked,
    steps,
    registered: await look(models, registered, 'photo'),
    thresholds: models.manifest.thresholds,
    distance: (a, b) => distance(models, a, b),
    versions,
  });
}

async function observeStep(
  models: Models,
  { pose, images }: FaceCheckInput['frames'][number],
): Promise<ObservedStep> {
  const frames: Observation[] = [];
  for (const image of images) frames.push(await look(models, image, 'frame'));
  const digests = new Set(images.map((image) => createHash('sha256').update(image).digest('hex')));
  return { pose, frames, frozen: digests.size === 1 };
}

/** Decodes one picture and looks at it. */
export async function look(models: Models, bytes: Buffer, kind: 'frame' | 'photo'): Promise<Observation> {
  const decoded = await decode(bytes, kind === 'frame' ? FRAME : PHOTO);
  return decoded.ok ? observe(models, decoded.picture, kind) : { seen: 'nothing', reason: decoded.reason };
}

async function inspectPhoto(models: Models, photo: Buffer): Promise<PhotoVerdict> {
  const decoded = await decode(photo, PHOTO);
  if (!decoded.ok) return { usable: false, reason: decoded.reason };
  const seen = await observe(models, decoded.picture, 'photo');
  if (seen.seen === 'nothing') return { usable: false, reason: seen.reason };
  const [flaw] = seen.flaws;
  if (flaw) return { usable: false, reason: flaw };
  const { width, height } = decoded.picture;
  return { usable: true, width, height, faceWidth: Math.round(seen.faceWidth) };
}
