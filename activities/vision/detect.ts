import type { Face, FivePoints, Picture, Point } from './picture';
import { sample } from './sampling';
import type { Models } from './sessions';
import { floats, toTensor } from './tensor';

/** Every output cell of CenterFace stands for 4 x 4 pixels of its input. */
const STRIDE = 4;

/** Finds all faces, the largest first. A photo is looked at more closely than a frame of a camera. */
export async function detectFaces(
  models: Models,
  picture: Picture,
  kind: 'frame' | 'photo',
): Promise<Face[]> {
  const { input, outputs } = models.manifest.detector;
  const { score, overlap } = models.manifest.thresholds.face;
  const ratio = input.longerSide[kind] / Math.max(picture.width, picture.height);
  const width = roundUp(picture.width * ratio, input.multipleOf);
  const height = roundUp(picture.height * ratio, input.multipleOf);
  const shift = (1 / ratio - 1) / 2;
  const scaled = sample(picture, { a: 1 / ratio, b: 0, c: shift, d: shift }, width, height);
  const found = await models.detector.run({ [input.name]: toTensor(scaled, input) });
  const maps = {
    heatmap: floats(found, outputs.heatmap),
    scale: floats(found, outputs.scale),
    offset: floats(found, outputs.offset),
    landmarks: floats(found, outputs.landmarks),
  };
  const faces = readFaces(maps, width / STRIDE, height / STRIDE, score).map((face) =>
    enlarge(face, 1 / ratio),
  );
  return keepApart(faces, overlap).sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
}

function roundUp(length: number, step: number): number {
  return Math.max(1, Math.ceil(Math.round(length) / step)) * step;
}

type Maps = Record<'heatmap' | 'scale' | 'offset' | 'landmarks', Float32Array>;

function readFaces(maps: Maps, columns: number, rows: number, threshold: number): Face[] {
  const faces: Face[] = [];
  for (let cell = 0; cell < rows * columns; cell++) {
    const score = maps.heatmap[cell] ?? 0;
    if (score >= threshold) faces.push(readFace(maps, columns, rows, cell, score));
  }
  return faces;
}

/** All maps give y before x. */
function readFace(maps: Maps, columns: number, rows: number, cell: number, score: number): Face {
  const at = (map: Float32Array, channel: number) => map[channel * rows * columns + cell] ?? 0;
  const height = Math.exp(at(maps.scale, 0)) * STRIDE;
  const width = Math.exp(at(maps.scale, 1)) * STRIDE;
  const y = (Math.floor(cell / columns) + at(maps.offset, 0) + 0.5) * STRIDE - height / 2;
  const x = ((cell % columns) + at(maps.offset, 1) + 0.5) * STRIDE - width / 2;
  const point = (index: number): Point => [
    x + at(maps.landmarks, 2 * index + 1) * width,
    y + at(maps.landmarks, 2 * index) * height,
  ];
  const points: FivePoints = {
    leftEye: point(0),
    rightEye: point(1),
    nose: point(2),
    mouthLeft: point(3),
    mouthRight: point(4),
  };
  return { score, box: { x, y, width, height }, points };
}

function enlarge({ score, box, points }: Face, factor: number): Face {
  const by = ([x, y]: Point): Point => [x * factor, y * factor];
  return {
    score,
    box: { x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor },
    points: {
      leftEye: by(points.leftEye),
      rightEye: by(points.rightEye),
      nose: by(points.nose),
      mouthLeft: by(points.mouthLeft),
      mouthRight: by(points.mouthRight),
    },
  };
}

/** Of boxes that overlap, the surest stays. */
function keepApart(faces: Face[], overlap: number): Face[] {
  const kept: Face[] = [];
  for (const face of [...faces].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => sharedPart(face.box, other.box) <= overlap)) kept.push(face);
  }
  return kept;
}

function sharedPart(a: Face['box'], b: Face['box']): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, across) * Math.max(0, down);
  return shared / (a.width * a.height + b.width * b.height - shared);
}
