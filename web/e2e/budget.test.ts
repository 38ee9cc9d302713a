import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { candidate as words } from '../i18n/zh/candidate';
import { Candidate } from './people/candidate';
import { startWorld, type World } from './world/world';

const BUDGET = 170_000;
const built = join(__dirname, '../../dist/web');

describe('first load of the candidate app', () => {
  let world: World;
  let candidate: Candidate;
  const scripts = new Set<string>();
  beforeAll(async () => {
    world = await startWorld();
    candidate = await Candidate.arrive(world, 0, 'collins');
    candidate.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await candidate.page.goto('/');
    await candidate.sees(words.signIn.submit);
  }, 120_000);
  afterAll(async () => {
    await candidate?.close();
    await world?.close();
  });

  it('is at most 170 kB of JavaScript after gzip', () => {
    const sizes = [...scripts].map((path) => gzipSync(readFileSync(join(built, path))).length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
  });

  it('leaves the PDF viewer and video for later', () => {
    expect([...scripts].filter((path) => /pdf|jitsi|stage/i.test(path))).toEqual([]);
  });
});
