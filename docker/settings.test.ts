import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings as ofWorker } from '../activities/env';
import { settings as ofApi } from '../api/env';
import { madeEnv, render } from './test/compose';
import { ROOT } from './test/debian';

/** Left to their defaults in the image: the door ends TLS, and the pages and flows lie where the API looks. */
const LEFT_TO_DEFAULTS = ['TLS_CERT', 'TLS_KEY', 'TLS_CA', 'FLOWS_DIR', 'WEB_DIR'];

const services = render(madeEnv()).services;
const given = (name: string): string[] => Object.keys(services[name]?.environment ?? {});
const without = (names: readonly string[], others: readonly string[]) =>
  names.filter((name) => !others.includes(name)).toSorted();

/** Table lines of docs/settings.md: the names in the first column, and who reads them. */
const documented = readFileSync(join(ROOT, 'docs/settings.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [, names = '', readers = ''] = line.split('|');
    return [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => ({ name, readers }));
  });
const documentedFor = (reader: string): string[] =>
  documented.filter(({ readers }) => readers.includes(reader)).map(({ name }) => name);

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/(^|\/)test\/|\.test\.ts$/.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8'));
/** Read past the two schemas, straight from the environment. */
const readDirectly = [
  ...new Set(
    [
      readFileSync(join(ROOT, 'temporal.config.ts'), 'utf8'),
      ...['api', 'activities', 'models', 'workflows'].flatMap(sources),
    ].flatMap((text) =>
      [...text.matchAll(/process\.env(?:\.|\[['"])([A-Z]\w*)/g)].map(([, name = '']) => name),
    ),
  ),
];

describe('the settings', () => {
  it('are all explained, and nothing is that is not read', () => {
    expect(ofApi.length).toBeGreaterThan(20);
    const common = readDirectly.filter((name) => !ofApi.includes(name));
    expect(documentedFor('API').toSorted()).toEqual([...ofApi, ...common].toSorted());
    expect(documentedFor('worker').toSorted()).toEqual([...ofWorker, ...common].toSorted());
  });

  it('of the API are all set in production, but those whose defaults are meant', () => {
    expect(without(ofApi, given('api'))).toEqual(LEFT_TO_DEFAULTS.toSorted());
  });

  it('of the workers are all set in production', () => {
    for (const worker of ['worker-exams', 'worker-vision'])
      expect(without(ofWorker, given(worker))).toEqual(['HEALTH_HOST']);
  });

  it('that production sets are read by somebody', () => {
    expect(without(given('api'), [...ofApi, ...readDirectly])).toEqual(['DATA_DIR']);
    expect(without(given('worker-exams'), [...ofWorker, ...readDirectly])).toEqual([
      'DATA_DIR',
      'NODE_ENV',
      'PUBLIC_URL',
    ]);
  });
});
