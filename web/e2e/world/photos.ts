import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../activities/vision/test/photos');

/** Pose name to data URL for one person of the shipped photos. */
export function photosOf(person: string): Record<string, string> {
  const files = readdirSync(join(folder, person)).filter((name) => name.endsWith('.jpg'));
  return Object.fromEntries(
    files.map((name) => [
      name.replace(/\.jpg$/, ''),
      `data:image/jpeg;base64,${readFileSync(join(folder, person, name)).toString('base64')}`,
    ]),
  );
}
