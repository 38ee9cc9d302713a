import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChecker } from './checker';
import { manifestSchema, type Manifest } from './manifest.schema';
import { openModels } from './sessions';
import { attempt, MANIFEST } from './test/attempts';

const shipped = async (): Promise<Manifest> =>
  manifestSchema.parse(JSON.parse(await readFile(MANIFEST, 'utf8')));

describe('the models of an institution', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'models-'));
    await symlink(join(MANIFEST, '../weights'), join(folder, 'weights'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (manifest: unknown): Promise<string> => {
    const path = join(folder, 'manifest.json');
    await writeFile(path, JSON.stringify(manifest));
    return path;
  };

  it('are judged by the thresholds of their own manifest, which the verdict names', async () => {
    const manifest = await shipped();
    const likeness = { ...manifest.thresholds.likeness, accept: 0.3, review: 0.5 };
    const strict = await write({
      ...manifest,
      thresholds: { ...manifest.thresholds, version: 'strict', likeness },
    });
    const checker = await openChecker(strict);
    const verdict = await checker.check(await attempt('pyfeat', ['open-mouth']));
    expect(verdict).toMatchObject({ outcome: 'review', reason: 'uncertain-likeness' });
    expect(verdict.evidence.thresholdVersion).toMatch(/^strict-/);
    await checker.close();
  });

  it('get another threshold version with every changed number', async () => {
    const manifest = await shipped();
    const pose = { ...manifest.thresholds.pose, turnYaw: 19 };
    const path = await write({ ...manifest, thresholds: { ...manifest.thresholds, pose } });
    const [own, changed] = [await openModels(MANIFEST), await openModels(path)];
    expect(changed.thresholdVersion).not.toBe(own.thresholdVersion);
    expect(changed.modelVersion).toBe(own.modelVersion);
    await own.close();
    await changed.close();
  });

  it('are refused when a file is not the one the manifest names', async () => {
    await rm(join(folder, 'weights'));
    await mkdir(join(folder, 'weights'));
    const manifest = await shipped();
    for (const { file } of [manifest.detector, manifest.recogniser, manifest.mesh]) {
      await copyFile(join(MANIFEST, '..', file), join(folder, file));
    }
    const bytes = await readFile(join(folder, manifest.mesh.file));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(join(folder, manifest.mesh.file), bytes);
    await expect(openModels(await write(manifest))).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
  });

  it('are refused with thresholds that contradict each other', async () => {
    const manifest = await shipped();
    const likeness = { ...manifest.thresholds.likeness, accept: 0.7 };
    const path = await write({ ...manifest, thresholds: { ...manifest.thresholds, likeness } });
    await expect(openModels(path)).rejects.toThrow('accept must not exceed review');
  });
});

describe('the models that come with the project', () => {
  it('have the hashes that the recipe promises', async () => {
    const sums = await readFile(join(MANIFEST, '../weights/SHA256SUMS'), 'utf8');
    const manifest = await shipped();
    for (const { file, sha256 } of [manifest.detector, manifest.recogniser, manifest.mesh]) {
      expect(sums).toContain(`${sha256}  ${file.replace('weights/', '')}`);
    }
  });

  it('state a licence and a source each', async () => {
    const manifest = await shipped();
    const licences = [manifest.detector, manifest.recogniser, manifest.mesh].map(({ licence }) => licence);
    expect(licences).toEqual(['MIT', 'CC0-1.0', 'Apache-2.0']);
  });
});
