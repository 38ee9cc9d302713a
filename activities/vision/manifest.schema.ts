import { z } from 'zod';

const point = z.tuple([z.number(), z.number()]);
const triple = z.tuple([z.number(), z.number(), z.number()]);
const positive = z.number().positive();

/** Where a model comes from and what it must be, byte for byte. */
const model = {
  /** Relative to the manifest. */
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  licence: z.string().min(1),
  source: z.string().min(1),
};

/** How pixels become numbers: `(pixel - mean) / scale`, in this order of channels and axes. */
const pixels = {
  name: z.string().min(1),
  layout: z.enum(['NCHW', 'NHWC']),
  channels: z.enum(['RGB', 'BGR']),
  mean: triple,
  scale: positive,
};
const fixedInput = z.strictObject({
  ...pixels,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

const detector = z.strictObject({
  kind: z.literal('centerface'),
  ...model,
  input: z.strictObject({
    ...pixels,
    multipleOf: z.number().int().positive(),
    /** Longer side in pixels that a camera frame, or a photo with a perhaps small face, is scaled to. */
    longerSide: z.strictObject({ frame: z.number().int().positive(), photo: z.number().int().positive() }),
  }),
  outputs: z.strictObject({
    heatmap: z.string(),
    scale: z.string(),
    offset: z.string(),
    landmarks: z.string(),
  }),
});

const recogniser = z.strictObject({
  /** One face a picture, moved, turned and scaled so that five points come to lie where `chip` says. */
  kind: z.literal('aligned-chip'),
  ...model,
  input: fixedInput,
  output: z.string().min(1),
  /** `cosine` stands for 1 - cosine, so that a smaller number is always more alike. */
  metric: z.enum(['euclidean', 'cosine']),
  /** In pixels of the input; left and right as seen in the picture. */
  chip: z.strictObject({ leftEye: point, rightEye: point, nose: point, mouthLeft: point, mouthRight: point }),
});

const mesh = z.strictObject({
  kind: z.literal('facemesh-468'),
  ...model,
  input: fixedInput,
  outputs: z.strictObject({ mesh: z.string(), presence: z.string() }),
  /** Side of the square looked at first, as a multiple of the detector's box; then of the mesh found in it. */
  firstCrop: positive,
  secondCrop: positive,
});

const thresholds = z.strictObject({
  /** Goes up with every change of a number below; kept with each verdict. */
  version: z.string().min(1),
  face: z.strictObject({
    /** Score from which the detector's word is believed. */
    score: positive,
    /** A second face counts from this part of the first one's width. */
    second: positive,
    /** Presence from which the mesh is believed. */
    presence: positive,
    /** Boxes that share more than this part are one face. */
    overlap: positive,
  }),
  likeness: z.strictObject({
    /** Up to here the candidate is the registered person; up to `review` a person decides. */
    accept: positive,
    review: positive,
    /** Above this, two pictures of one check show two persons. */
    sameSession: positive,
  }),
  /** Degrees of turn, positive to the own left; gaps between the lips as a part of the mouth's width. */
  pose: z.strictObject({
    /** A frame up to here looks straight ahead; a registered photo up to `photoYaw` can be compared. */
    frontYaw: positive,
    photoYaw: positive,
    /** Turned from here on, and by `turnBy` more than in front; beyond `turnYawMax` nobody can be told apart. */
    turnYaw: positive,
    turnYawMax: positive,
    turnBy: positive,
    /** Open from here on, and by `mouthOpenBy` more than in front: some smile. */
    mouthOpen: positive,
    mouthOpenBy: positive,
    /** Less movement than this in all steps is no movement. */
    stillYaw: positive,
    stillMouth: positive,
  }),
  quality: z.strictObject({
    /** Mean brightness of the face, 0 to 255. */
    dark: positive,
    bright: positive,
    /** Difference of neighbouring pixels of the upright face, in percent of its contrast. */
    sharpness: positive,
    /** Pixels across the face: in a frame as if it were 640 wide, in a photo as it is. */
    faceWidthFrame: positive,
    faceWidthPhoto: positive,
    /** Part of the face that may lie outside of the picture. */
    cutOff: positive,
  }),
});

/** Models and thresholds of the face check; another manifest puts other models in without a change of code. */
export const manifestSchema = z
  .strictObject({ version: z.string().min(1), detector, recogniser, mesh, thresholds })
  .refine((m) => m.thresholds.likeness.accept <= m.thresholds.likeness.review, {
    message: 'accept must not exceed review',
    path: ['thresholds', 'likeness', 'accept'],
  });

export type Manifest = z.infer<typeof manifestSchema>;
export type Thresholds = Manifest['thresholds'];
