import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { decode } from '../decode';
import { detectFaces } from '../detect';
import { meshFace, type Mesh } from '../mesh';
import type { Face, Picture } from '../picture';
import { poseOf } from '../pose';
import { openModels, type Models } from '../sessions';
import { poseHead } from './warp';

/**
 * Makes the committed photos again: node --import tsx activities/vision/test/make-photos.ts SOURCES
 * SOURCES is the folder that photos/fetch-sources.sh fills.
 */
interface Person {
  readonly name: string;
  /** What the camera frames are posed from, where they are. */
  readonly live?: string;
  /** The registered photo; the same source where there is only one of a person. */
  readonly registered: string;
  /** Faces the camera in the source only after this turn, in degrees. */
  readonly straighten?: number;
}

const PEOPLE: readonly Person[] = [
  { name: 'collins', live: 'astronaut.png', registered: 'astronaut.png' },
  { name: 'hopper', live: 'grace_hopper.jpg', registered: 'grace_hopper.jpg' },
  { name: 'obama', live: 'obama3.jpg', registered: 'obama.jpg' },
  { name: 'biden', live: 'biden.jpg', registered: 'biden.jpg' },
  { name: 'pyfeat', live: 'single_face_video.png', registered: 'single_face.jpg' },
  { name: 'luispedro', registered: 'luispedro.jpg', straighten: 8 },
];
const TURNS = [26, 28, 30, 32, 34];
const CLEARLY_TURNED = 24;
const FRONT = 2;
const MOST_BYTES = 40_000;
const GAPS = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85];
const CLEARLY_OPEN = 0.5;
const FRAME = { width: 640, height: 480, faceWidth: 200, faceAt: [0.5, 0.5] } as const;
const PORTRAIT = { width: 480, height: 640, faceWidth: 235, faceAt: [0.5, 0.4] } as const;
type Composition = typeof FRAME | typeof PORTRAIT;

const here = __dirname;
const demo = join(here, '../../../flows/demo/photos');

async function main(sources: string): Promise<void> {
  const models = await openModels(join(here, '../manifest.json'));
  for (const [index, person] of PEOPLE.entries()) {
    const folder = join(here, 'photos', person.name);
    await mkdir(folder, { recursive: true });
    const registered = await compose(
      models,
      join(sources, person.registered),
      PORTRAIT,
      person.straighten ?? 0,
    );
    const portrait = await jpeg(registered);
    await writeFile(join(folder, 'registered.jpg'), portrait);
    await mkdir(demo, { recursive: true });
    await writeFile(join(demo, `${index + 1}.jpg`), portrait);
    if (person.live) await poseFrames(models, join(sources, person.live), folder);
  }
  await sharp(join(sources, 'coffee.png'))
    .resize(FRAME.width, FRAME.height)
    .jpeg({ quality: 75, mozjpeg: true })
    .toFile(join(here, 'photos/desk.jpg'));
  await models.close();
}

/** The camera sees the same head in another light, softer and straight from the front. */
async function poseFrames(models: Models, source: string, folder: string): Promise<void> {
  const live = await compose(models, source, FRAME, 0);
  const mesh = await meshOf(models, live);
  const { yaw } = poseOf(mesh);
  const front = poseHead(live, mesh, { kind: 'turn', yaw: FRONT - yaw });
  const frames = {
    front: await jpeg(front, asWebcam),
    'turn-left': await turnHead(models, live, mesh, 1),
    'turn-right': await turnHead(models, live, mesh, -1),
    'open-mouth': await openMouth(models, front),
  };
  for (const [pose, frame] of Object.entries(frames)) await writeFile(join(folder, `${pose}.jpg`), frame);
}

/** The smallest turn that the mesh sees as a clear one. */
async function turnHead(models: Models, live: Picture, mesh: Mesh, side: 1 | -1): Promise<Buffer> {
  const { yaw } = poseOf(mesh);
  for (const turn of TURNS) {
    const frame = await jpeg(poseHead(live, mesh, { kind: 'turn', yaw: side * turn - yaw }), asWebcam);
    if (side * poseOf(await meshOf(models, await read(frame))).yaw >= CLEARLY_TURNED) return frame;
  }
  throw new Error('the head does not turn far enough');
}

/** The gap that the mesh sees best: teeth and beards mislead it, and a jaw let down too far is no longer one. */
async function openMouth(models: Models, front: Picture): Promise<Buffer> {
  const mesh = await meshOf(models, front);
  let best: { readonly open: number; readonly frame: Buffer } = {
    open: CLEARLY_OPEN,
    frame: Buffer.alloc(0),
  };
  for (const gap of GAPS) {
    const frame = await jpeg(poseHead(front, mesh, { kind: 'open', gap }), asWebcam);
    const open = poseOf(await meshOf(models, await read(frame))).mouthOpen;
    if (open > best.open) best = { open, frame };
  }
  if (best.frame.length === 0) throw new Error('the mouth does not open far enough');
  return best.frame;
}

async function meshOf(models: Models, picture: Picture): Promise<Mesh> {
  const [face] = await detectFaces(models, picture, 'frame');
  if (!face) throw new Error('no face in the posed picture');
  return meshFace(models, picture, face);
}

function asWebcam(image: Sharp): Sharp {
  return image.blur(0.6).modulate({ brightness: 0.94, saturation: 0.85 }).linear([1, 1.01, 1.03], [0, 0, 0]);
}

async function compose(
  models: Models,
  path: string,
  shape: Composition,
  straighten: number,
): Promise<Picture> {
  const photo = await read(await readFile(path));
  const [face] = await detectFaces(models, photo, 'photo');
  if (!face) throw new Error(`no face in ${path}`);
  const straight =
    straighten === 0
      ? photo
      : poseHead(photo, await meshFace(models, photo, face), { kind: 'turn', yaw: straighten });
  return read(await cut(straight, face, shape));
}

async function read(bytes: Buffer): Promise<Picture> {
  const decoded = await decode(bytes, { bytes: 2e7, pixels: 5e7, seconds: 10, longerSide: 2400 });
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.picture;
}

/** The face at its place and size; where the photo ends, its edge goes on out of focus. */
async function cut(photo: Picture, { box }: Face, shape: Composition): Promise<Buffer> {
  const scale = shape.faceWidth / box.width;
  const width = Math.round(shape.width / scale);
  const height = Math.round(shape.height / scale);
  const left = Math.round(box.x + box.width / 2 - width * shape.faceAt[0]);
  // Shoulders that end in the air look odder than room above the head.
  const top = Math.min(Math.round(box.y + box.height / 2 - height * shape.faceAt[1]), photo.height - height);
  const beyond = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    right: Math.max(0, left + width - photo.width),
    bottom: Math.max(0, top + height - photo.height),
  };
  const raw = { width: photo.width, height: photo.height, channels: 3 } as const;
  const backdrop = await sharp(photo.rgb, { raw })
    .extend({ ...beyond, extendWith: 'copy' })
    .png()
    .toBuffer();
  const faded = await sharp(photo.rgb, { raw })
    .joinChannel(fade(photo, beyond, box.width / 6), { raw: { ...raw, channels: 1 } })
    .png()
    .toBuffer();
  const extended = await sharp(backdrop)
    .blur(Math.max(4, box.width / 8))
    .composite([{ input: faded, left: beyond.left, top: beyond.top }])
    .png()
    .toBuffer();
  return sharp(extended)
    .extract({ left: left + beyond.left, top: top + beyond.top, width, height })
    .resize(shape.width, shape.height, { kernel: 'lanczos3' })
    .png()
    .toBuffer();
}

/** Opaque, but for the edges that the backdrop goes on from. */
function fade(
  { width, height }: Picture,
  beyond: Record<'left' | 'top' | 'right' | 'bottom', number>,
  reach: number,
): Buffer {
  const alpha = Buffer.alloc(width * height, 255);
  for (let i = 0; i < alpha.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const edges = [
      beyond.left ? x : reach,
      beyond.top ? y : reach,
      beyond.right ? width - 1 - x : reach,
      beyond.bottom ? height - 1 - y : reach,
    ];
    alpha[i] = Math.round((255 * Math.min(reach, ...edges)) / reach);
  }
  return alpha;
}

/** As good as fits the size that the project allows a test picture. */
async function jpeg(
  { width, height, rgb }: Picture,
  look: (image: Sharp) => Sharp = (image) => image,
  quality = 88,
): Promise<Buffer> {
  const image = look(sharp(rgb, { raw: { width, height, channels: 3 } }));
  const bytes = await image.jpeg({ quality, mozjpeg: true }).toBuffer();
  return bytes.length <= MOST_BYTES ? bytes : jpeg({ width, height, rgb }, look, quality - 4);
}

void main(process.argv[2] ?? '.');
