/** What a candidate may be asked to do before the camera. Left and right are the candidate's own. */
export const CHALLENGES = ['turn-left', 'turn-right', 'open-mouth'] as const;
export type Challenge = (typeof CHALLENGES)[number];

/** What a picture is taken for: looking straight ahead first, then each challenge that was asked. */
export const FACE_POSES = ['front', ...CHALLENGES] as const;
export type FacePose = (typeof FACE_POSES)[number];

/**
 * What the vision activity accepts of one check. Pictures are un-mirrored JPEG, PNG or WebP as the camera saw
 * them; a few hundred ms between two of a step, so that a movement is seen and a still camera gives itself away.
 */
export const FACE_LIMITS = {
  /** Pictures of one step; more are refused as `too-many-frames`. */
  framesPerStep: 8,
  /** Fewer than this in a step cannot show that the camera is live. */
  framesPerStepMin: 2,
  /** One picture, encoded. */
  frameBytes: 2_000_000,
  /** The registered photo, encoded. */
  photoBytes: 12_000_000,
} as const;

/** Why the pictures, or one photo, cannot be judged: each has a sentence that says what to change. */
export const PICTURE_REASONS = [
  /** Not an image that can be read: cut off, wrong type, damaged. */
  'undecodable',
  /** Too many bytes or pixels, or it took too long to unpack. */
  'too-large',
  /** Nobody to be seen: out of the picture, covered, or the rear camera. */
  'no-face',
  /** More than one person to be seen. */
  'two-faces',
  /** The face is in the dark. */
  'too-dark',
  /** The face is washed out by light. */
  'too-bright',
  /** The face is out of focus or shaken. */
  'blurred',
  /** The face is too small: come closer. */
  'too-far',
  /** The face leaves the picture: move back, or to the middle. */
  'cut-off',
  /** The face is not turned to the camera where it has to be. */
  'turned-away',
  /** Something hides the face: a mask, a hand, hair, sunglasses. */
  'covered',
] as const;
export type PictureReason = (typeof PICTURE_REASONS)[number];

/** Why a live check as a whole does not count; each costs an attempt. */
export const LIVENESS_REASONS = [
  /** The pictures do not move: a photo, or a camera that stands still. */
  'not-live',
  /** The candidate moves, but the movement that was asked was not seen; `verdict.missed` names it. */
  'challenge-missed',
  /** Steps, or movements, in another order than the server asked. */
  'wrong-order',
  /** Another person in one of the pictures. */
  'swapped',
  /** More pictures or fewer steps than agreed: not our page. */
  'too-many-frames',
  'too-few-frames',
] as const;
export type LivenessReason = (typeof LIVENESS_REASONS)[number];

/** Why a person has to decide although the check was done properly. */
type FaceReviewReason =
  /** Likeness between the two thresholds. */
  | 'uncertain-likeness'
  /** The registered photo cannot be compared: our shortcoming, not the candidate's. */
  | 'registered-photo-unusable';

export type FaceUnusableReason = PictureReason | LivenessReason;

/** Numbers and codes only: nothing a face could be rebuilt from, so it may stand in a history. */
export interface FaceEvidence {
  /** Distance of the best front picture to the registered photo; `null` when it was not reached. */
  readonly toRegistered: number | null;
  /** Largest distance of any picture to the best front picture: a swapped person shows here. */
  readonly farthestFrame: number | null;
  /** Index of the picture in step `front` that stands for the candidate on the officer's screen. */
  readonly bestFrame: number | null;
  /** Step and picture where the verdict was reached, when one picture decided it. */
  readonly decidedAt: { readonly step: number; readonly frame: number } | null;
  readonly modelVersion: string;
  readonly thresholdVersion: string;
}

/** The answer to one live check. `unusable` and `no-match` cost an attempt; faults of ours are exceptions. */
export type FaceVerdict =
  | { readonly outcome: 'pass'; readonly evidence: FaceEvidence }
  | { readonly outcome: 'review'; readonly reason: FaceReviewReason; readonly evidence: FaceEvidence }
  | { readonly outcome: 'no-match'; readonly evidence: FaceEvidence }
  | {
      readonly outcome: 'unusable';
      readonly reason: FaceUnusableReason;
      readonly missed: Challenge | null;
      readonly evidence: FaceEvidence;
    };

/** Whether one photo could serve as a registered photo; sizes in pixels after turning upright. */
export type PhotoVerdict =
  | { readonly usable: true; readonly width: number; readonly height: number; readonly faceWidth: number }
  | { readonly usable: false; readonly reason: PictureReason };
