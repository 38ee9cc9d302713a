import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { manifestSchema, type Manifest } from './manifest.schema';

export interface Models {
  readonly manifest: Manifest;
  readonly modelVersion: string;
  readonly thresholdVersion: string;
  readonly detector: InferenceSession;
  readonly recogniser: InferenceSession;
  readonly mesh: InferenceSession;
  close(): Promise<void>;
}

/** A model file is not the one the manifest names: nothing may be judged by it. */
class ModelMismatch extends Error {
  readonly code = 'MODEL_MISMATCH';
  constructor(file: string, expected: string, found: string) {
    super(`${file}: expected sha256 ${expected}, found ${found}`);
  }
}

/** One thread a session: several checks side by side use the cores better than one that spreads out. */
const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
};

/** Reads the manifest, verifies every model's hash and opens the three sessions. */
export async function openModels(manifestPath: string): Promise<Models> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(manifestPath, 'utf8')));
  const folder = dirname(manifestPath);
  const open = async ({ file, sha256 }: { file: string; sha256: string }) =>
    InferenceSession.create(await readVerified(resolve(folder, file), sha256), OPTIONS);
  const [detector, recogniser, mesh] = [
    await open(manifest.detector),
    await open(manifest.recogniser),
    await open(manifest.mesh),
  ];
  return {
    manifest,
    modelVersion: versionOf(manifest.version, [manifest.detector, manifest.recogniser, manifest.mesh]),
    thresholdVersion: versionOf(manifest.thresholds.version, manifest.thresholds),
    detector,
    recogniser,
    mesh,
    close: async () => {
      for (const session of [detector, recogniser, mesh]) await session.release();
    },
  };
}

async function readVerified(path: string, expected: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== expected) throw new ModelMismatch(path, expected, found);
  return bytes;
}

/** The declared version and a digest, so that a number changed in passing shows in the record. */
function versionOf(declared: string, content: unknown): string {
  return `${declared}-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8)}`;
}
