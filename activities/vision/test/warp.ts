import type { Mesh, MeshPoint } from '../mesh';
import type { Picture, Point } from '../picture';
import { triangulate, type Triangle } from './triangulate';

/**
 * Poses a photographed head: the mesh is turned about the upright axis through the ears, or its jaw let down, and
 * the photo is stretched over it. Around the head lies a ring that stays where it is, so the background does too.
 */
export type Posing =
  /** Degrees; positive turns the head to its own left. */
  | { readonly kind: 'turn'; readonly yaw: number }
  /** Gap between the lips to reach, as a part of the mouth's width. */
  | { readonly kind: 'open'; readonly gap: number };

/** The mesh without the irises that some versions append. */
const FACE_POINTS = 468;
/** Lips that touch have no order from top to bottom, so triangles are laid with the mouth open this far. */
const APART = 0.5;
const OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
const INNER_UPPER = [191, 80, 81, 82, 13, 312, 311, 310, 415];
const INNER_LOWER = [95, 88, 178, 87, 14, 317, 402, 318, 324];
const LOWER_LIP = [
  ...INNER_LOWER,
  ...[146, 91, 181, 84, 17, 314, 405, 321, 375],
  ...[77, 90, 180, 85, 16, 315, 404, 320, 307],
  ...[96, 89, 179, 86, 15, 316, 403, 319, 325],
];
const UPPER_LIP = [
  ...INNER_UPPER,
  ...[185, 40, 39, 37, 0, 267, 269, 270, 409],
  ...[184, 74, 73, 72, 11, 302, 303, 304, 408],
  ...[183, 42, 41, 38, 12, 268, 271, 272, 407],
];
const CHIN = 152;
const RING_SCALE = 1.6;

export function poseHead(photo: Picture, mesh: Mesh, posing: Posing): Picture {
  const face = mesh.points.slice(0, FACE_POINTS);
  const ring = ringAround(face);
  const posed = posing.kind === 'turn' ? turn(face, posing.yaw) : openJaw(face, posing.gap);
  const flat = [...openJaw(face, APART), ...ring].map(([x, y]): Point => [x, y]);
  const canvas: Picture = { ...photo, rgb: Uint8Array.from(photo.rgb) };
  const to = [...posed, ...ring];
  for (const triangle of farthestFirst(triangulate(flat), to)) {
    stretch(canvas, photo, corners(triangle, [...face, ...ring]), corners(triangle, to));
  }
  if (posing.kind === 'open') fillMouth(canvas, photo, innerLips(face), innerLips(posed));
  return canvas;
}

/** Lets the jaw down about the line through the ears until the lips are `goal` mouth widths apart. */
function openJaw(face: readonly MeshPoint[], goal: number): MeshPoint[] {
  const at = (index: number): MeshPoint => face[index] ?? [0, 0, 0];
  const [left, right] = [at(78), at(308)];
  const width = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const gap = Math.hypot(at(14)[0] - at(13)[0], at(14)[1] - at(13)[1]);
  const drop = Math.max(0, goal * width - gap);
  if (drop === 0) return [...face];
  const down: Point = normal([right[0] - left[0], right[1] - left[1]]);
  const middle: Point = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  const depth = (p: MeshPoint) => (p[0] - middle[0]) * down[0] + (p[1] - middle[1]) * down[1];
  const aside = (p: MeshPoint) => Math.abs((p[0] - middle[0]) * down[1] - (p[1] - middle[1]) * down[0]);
  const reach = depth(at(CHIN));
  const half = Math.hypot(at(454)[0] - at(234)[0], at(454)[1] - at(234)[1]) / 2;
  const lower = new Set(LOWER_LIP);
  const upper = new Set(UPPER_LIP);
  const weigh = (point: MeshPoint, index: number) => {
    if (upper.has(index)) return 0;
    if (lower.has(index)) return Math.max(0, 1 - (aside(point) / (width / 2)) ** 2);
    return smooth(depth(point) / (0.55 * reach)) * (1 - 0.5 * smooth(aside(point) / half));
  };
  return face.map((point, index) => {
    const weight = weigh(point, index);
    return [point[0] + down[0] * drop * weight, point[1] + down[1] * drop * weight, point[2]];
  });
}

/** Near its outline the head keeps half of its place: the skull behind the face fills it while it turns. */
function turn(face: readonly MeshPoint[], yaw: number): MeshPoint[] {
  const [left, right] = [face[234] ?? [0, 0, 0], face[454] ?? [0, 0, 0]];
  const pivot = [(left[0] + right[0]) / 2, (left[2] + right[2]) / 2] as const;
  const angle = (yaw * Math.PI) / 180;
  const towardsOutline = outwards(face);
  return face.map(([x, y, z], index) => {
    const across = x - pivot[0];
    const ahead = pivot[1] - z;
    const turned = pivot[0] + across * Math.cos(angle) + ahead * Math.sin(angle);
    const held = 1 - 0.8 * (towardsOutline[index] ?? 0) ** 6;
    return [x + (turned - x) * held, y, pivot[1] - ahead * Math.cos(angle) + across * Math.sin(angle)];
  });
}

/** For each point how far out it lies, from 0 in the middle of the face to 1 on its outline. */
function outwards(face: readonly MeshPoint[]): number[] {
  const [x0, y0] = middleOfOval(face);
  const outline = OVAL.map((index) => face[index] ?? ([0, 0, 0] as const)).map(([x, y]) => ({
    angle: Math.atan2(y - y0, x - x0),
    radius: Math.hypot(x - x0, y - y0),
  }));
  return face.map(([x, y]) => {
    const angle = Math.atan2(y - y0, x - x0);
    const apart = (other: number) => Math.abs(Math.atan2(Math.sin(other - angle), Math.cos(other - angle)));
    const near = outline.reduce((best, entry) => (apart(entry.angle) < apart(best.angle) ? entry : best));
    return Math.min(1, Math.hypot(x - x0, y - y0) / near.radius);
  });
}

function middleOfOval(face: readonly MeshPoint[]): Point {
  const oval = OVAL.map((index) => face[index] ?? ([0, 0, 0] as const));
  const mean = (k: 0 | 1) => oval.reduce((sum, point) => sum + point[k], 0) / oval.length;
  return [mean(0), mean(1)];
}

/** Points around the head that do not move; behind everything. */
function ringAround(face: readonly MeshPoint[]): MeshPoint[] {
  const [x0, y0] = middleOfOval(face);
  const back = Math.max(...face.map((p) => p[2]));
  return OVAL.map((index) => {
    const [x, y] = face[index] ?? [0, 0];
    return [x0 + (x - x0) * RING_SCALE, y0 + (y - y0) * RING_SCALE, back];
  });
}

function innerLips(face: readonly MeshPoint[]): Point[] {
  const order = [78, ...INNER_UPPER, 308, ...[...INNER_LOWER].reverse()];
  return order.map((index) => [face[index]?.[0] ?? 0, face[index]?.[1] ?? 0]);
}

function farthestFirst(triangles: readonly Triangle[], points: readonly MeshPoint[]): Triangle[] {
  const depth = (triangle: Triangle) => triangle.reduce((sum, index) => sum + (points[index]?.[2] ?? 0), 0);
  return [...triangles].sort((a, b) => depth(b) - depth(a));
}

/** Copies one triangle of the photo to where its corners have gone. */
function stretch(canvas: Picture, photo: Picture, from: readonly Point[], to: readonly Point[]): void {
  eachPixel(canvas, to, (x, y, weights) => {
    const [u, v] = mix(from, weights);
    put(canvas, x, y, colourAt(photo, u, v));
  });
}

/** Between the lips: the teeth where the photo shows them, else the dark of the mouth. */
function fillMouth(canvas: Picture, photo: Picture, before: readonly Point[], after: readonly Point[]): void {
  const rows = after.map(([, y]) => y);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  for (let y = Math.floor(top); y <= bottom; y++) {
    for (let x = 0; x < canvas.width; x++) {
      if (!inside(after, x, y)) continue;
      const low = smooth((y - top) / (bottom - top));
      put(
        canvas,
        x,
        y,
        inside(before, x, y) ? colourAt(photo, x, y) : [38 + 70 * low, 14 + 28 * low, 16 + 28 * low],
      );
    }
  }
}

type Weights = readonly [number, number, number];

function corners(triangle: Triangle, points: readonly MeshPoint[]): Point[] {
  return triangle.map((index) => [points[index]?.[0] ?? 0, points[index]?.[1] ?? 0]);
}

function mix(points: readonly Point[], weights: Weights): Point {
  return points.reduce<Point>(
    ([x, y], point, i) => [x + point[0] * (weights[i] ?? 0), y + point[1] * (weights[i] ?? 0)],
    [0, 0],
  );
}

function eachPixel(
  { width, height }: Picture,
  [a = [0, 0], b = [0, 0], c = [0, 0]]: readonly Point[],
  visit: (x: number, y: number, weights: Weights) => void,
): void {
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  if (area === 0) return;
  const span = (values: number[], limit: number) =>
    [
      Math.max(0, Math.floor(Math.min(...values))),
      Math.min(limit - 1, Math.ceil(Math.max(...values))),
    ] as const;
  const [x0, x1] = span([a[0], b[0], c[0]], width);
  const [y0, y1] = span([a[1], b[1], c[1]], height);
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const second = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area;
      const third = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area;
      const first = 1 - second - third;
      if (first >= -1e-6 && second >= -1e-6 && third >= -1e-6) visit(x, y, [first, second, third]);
    }
  }
}

function put({ width, rgb }: Picture, x: number, y: number, colour: readonly number[]): void {
  for (let k = 0; k < 3; k++) rgb[(y * width + x) * 3 + k] = Math.round(colour[k] ?? 0);
}

function colourAt({ width, height, rgb }: Picture, x: number, y: number): number[] {
  const u = Math.min(width - 1.001, Math.max(0, x));
  const v = Math.min(height - 1.001, Math.max(0, y));
  const at = (Math.floor(v) * width + Math.floor(u)) * 3;
  const [r, b] = [u % 1, v % 1];
  return [0, 1, 2].map((k) => {
    const above = (rgb[at + k] ?? 0) * (1 - r) + (rgb[at + 3 + k] ?? 0) * r;
    const below = (rgb[at + width * 3 + k] ?? 0) * (1 - r) + (rgb[at + width * 3 + 3 + k] ?? 0) * r;
    return above * (1 - b) + below * b;
  });
}

function inside(polygon: readonly Point[], x: number, y: number): boolean {
  return polygon.reduce((odd, [x1, y1], i) => {
    const [x2, y2] = polygon[(i + 1) % polygon.length] ?? [0, 0];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !odd : odd;
  }, false);
}

function normal([x, y]: Point): Point {
  const length = Math.hypot(x, y);
  return [-y / length, x / length];
}

function smooth(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}
