import { join, resolve } from 'node:path';
import { calibrate, type Band, type Calibration } from './calibration';
import { openModels } from './sessions';

/**
 * node --import tsx activities/vision/calibrate.ts [FOLDER [MANIFEST]]
 * Counts false matches and false rejects on a folder of persons, by default the photos that come with the project.
 * Ends with 1 when anybody was taken for somebody else, so that thresholds can be guarded by a script.
 */
async function main([folder, manifest]: readonly string[]): Promise<void> {
  const models = await openModels(resolve(manifest ?? join(__dirname, 'manifest.json')));
  const found = await calibrate(models, resolve(folder ?? join(__dirname, 'test/photos')));
  const { accept, review } = models.manifest.thresholds.likeness;
  process.stdout.write(
    `models ${models.modelVersion}, thresholds ${models.thresholdVersion}: accept <= ${accept}, review <= ${review}\n`,
  );
  process.stdout.write(describe(found));
  await models.close();
  process.exitCode = found.different.accepted > 0 ? 1 : 0;
}

function describe({ persons, same, different, poses, unusable }: Calibration): string {
  return [
    `${persons} persons`,
    `same person       ${range(same)}; false rejects: ${same.noMatch} no match, ${same.toReview} to review`,
    `different persons ${range(different)}; false matches: ${different.accepted} accepted, ${different.toReview} to review`,
    `poses             ${poses.recognised} of ${poses.frames} frames seen as what they are`,
    ...unusable.map((path) => `unusable          ${path}`),
    '',
  ].join('\n');
}

function range({ pairs, least, most }: Band): string {
  return pairs === 0 ? '0 pairs' : `${pairs} pairs, distance ${least.toFixed(3)} to ${most.toFixed(3)}`;
}

void main(process.argv.slice(2));
