import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { readEnv as readWorkerEnv } from '../activities/env';
import { readEnv as readApiEnv } from '../api/env';
import { example, FILE, linesOf, madeEnv, render, source, variablesIn, type Service } from './test/compose';
import { ROOT } from './test/debian';

const rules = JSON.parse(readFileSync(join(ROOT, 'docker/.dclintrc'), 'utf8'));
const env = madeEnv();
const compose = render(env);
const services = Object.entries(compose.services);
const service = (name: string): Service => compose.services[name] ?? {};
const environmentOf = (name: string) => service(name).environment ?? {};
/** Runs once and ends: it has no health. */
const ENDS = ['migrate', 'rollout', 'temporal-schema', 'temporal-namespace'];

describe('the compose file', () => {
  it('fits the schema of compose files and its linter', () => {
    const results = new DCLinter(rules).lintFiles([FILE], false);
    expect(
      results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
  });

  it('is refused by that linter when it has a key that there is not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'compose-'));
    writeFileSync(join(folder, 'compose.yaml'), 'services:\n  a:\n    image: x:1\n    restrat: always\n');
    const results = new DCLinter(rules).lintFiles([folder], false);
    rmSync(folder, { recursive: true });
    expect(JSON.stringify(results)).toContain('must NOT have additional properties');
  });

  it('uses exactly the variables that .env.example has', () => {
    expect(variablesIn(source()).toSorted()).toEqual(Object.keys(linesOf(example())).toSorted());
    expect(source().replace(/\$\{\w+(:\?[^}]*)?\}/g, '')).not.toContain('$');
  });

  it('refuses to start without secrets', () => {
    const secrets = Object.entries(linesOf(example())).filter(
      ([name, value]) => value === '' && !/_OLD_KEYS$/.test(name),
    );
    expect(secrets.length).toBeGreaterThan(10);
    for (const [name] of secrets) expect(() => render({ ...env, [name]: '' })).toThrow(`${name} is not set`);
  });

  it('gives the API and the workers an environment that they accept', () => {
    const api = readApiEnv(environmentOf('api'));
    expect(api).toMatchObject({ PORT: 8080, NODE_ENV: 'production', TRUSTED_PROXIES: [env['EDGE_ADDRESS']] });
    const roles = ['worker-exams', 'worker-vision', 'worker-exams-previous', 'worker-vision-previous'].map(
      (name) => readWorkerEnv(environmentOf(name)).ROLE,
    );
    expect(roles).toEqual(['exams', 'vision', 'exams', 'vision']);
  });

  it('ties sittings to the version of their workers', () => {
    expect(environmentOf('worker-exams')['WORKER_BUILD_ID']).toBe(env['EXAMHALL_VERSION']);
    expect(environmentOf('rollout')['BUILD_ID']).toBe(env['EXAMHALL_VERSION']);
    const other = render({ ...env, EXAMHALL_PREVIOUS_VERSION: '0.0.9' }).services;
    for (const name of ['worker-exams-previous', 'worker-vision-previous']) {
      expect(other[name]).toMatchObject({
        image: 'examhall/app:0.0.9',
        environment: { WORKER_BUILD_ID: '0.0.9' },
      });
    }
  });

  it('tells Jitsi and the API the same of tokens and of TURN', () => {
    const [api, prosody, turn] = [environmentOf('api'), environmentOf('prosody'), environmentOf('turn')];
    expect(prosody).toMatchObject({
      JWT_APP_ID: api['JITSI_APP_ID'],
      JWT_ACCEPTED_ISSUERS: api['JITSI_APP_ID'],
      JWT_APP_SECRET: api['JITSI_APP_SECRET'],
      JWT_ACCEPTED_AUDIENCES: 'jitsi',
      XMPP_DOMAIN: api['JITSI_XMPP_DOMAIN'],
      TURN_CREDENTIALS: api['TURN_SECRET'],
    });
    expect(turn['TURN_SECRET']).toBe(api['TURN_SECRET']);
  });

  it('leaves Jitsi neither guests, nor a lobby, nor anybody but the token to name a moderator', () => {
    expect(environmentOf('prosody')).toMatchObject({
      ENABLE_AUTH: '1',
      AUTH_TYPE: 'jwt',
      JWT_ALLOW_EMPTY: '0',
      ENABLE_GUESTS: '0',
      ENABLE_LOBBY: '0',
      XMPP_MUC_MODULES: 'examhall_moderator',
    });
    expect(environmentOf('jicofo')).toMatchObject({ ENABLE_AUTO_OWNER: 'false', JICOFO_ENABLE_AUTH: '0' });
    expect(environmentOf('jitsi-web')).toMatchObject({
      CSP_HEADER: `frame-ancestors https://${env['HALL_DOMAIN']}`,
    });
  });

  it('opens no port but those of the door and of the bridge', () => {
    const open = services.flatMap(([name, { ports }]) => (ports ?? []).map((port) => `${name} ${port}`));
    expect(open).toEqual(['edge 0.0.0.0:443:8443', 'edge 0.0.0.0:80:8080', 'jvb 0.0.0.0:10000:10000/udp']);
  });

  it.each(services)(
    '%s names its version, has limits, gains no privileges and says how it is',
    (name, one) => {
      expect(one.image).toMatch(/:[\w.-]*\d[\w.-]*$/);
      expect(one.image).not.toMatch(/latest|unstable/);
      expect(one.deploy?.resources?.limits).toEqual({
        cpus: expect.any(String),
        memory: expect.stringMatching(/\d[mg]/),
      });
      expect(one.security_opt).toEqual(['no-new-privileges:true']);
      expect(one.privileged).toBeUndefined();
      expect(one.healthcheck !== undefined).toBe(!ENDS.includes(name));
      expect(['unless-stopped', ...(ENDS.includes(name) ? ['no', 'on-failure'] : [])]).toContain(one.restart);
    },
  );

  it('leaves time to end: longer than what is under way may take', () => {
    const seconds = (name: string) => Number.parseInt(service(name).stop_grace_period ?? '', 10);
    expect(seconds('api')).toBeGreaterThan(8);
    for (const name of ['worker-exams', 'worker-vision', 'worker-exams-previous', 'worker-vision-previous']) {
      expect(seconds(name)).toBeGreaterThanOrEqual(60);
    }
  });

  it('mounts files and volumes that there are', () => {
    const mounts = services
      .flatMap(([, { volumes }]) => volumes ?? [])
      .map((mount) => mount.split(':')[0] ?? '');
    for (const from of mounts.filter((mount) => mount.startsWith('./') && !mount.includes('certificates'))) {
      expect([from, existsSync(join(ROOT, 'docker', from))]).toEqual([from, true]);
    }
    const named = mounts.filter((mount) => /^\w/.test(mount));
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
  });

  it('waits for services that there are, in a way that they can fulfil', () => {
    const waits = services.flatMap(([, one]) => Object.entries(one.depends_on ?? {}));
    for (const [name, { condition }] of waits) {
      const ends = ENDS.includes(name);
      expect([name, condition]).toEqual([name, ends ? 'service_completed_successfully' : 'service_healthy']);
      expect(service(name).image).toBeDefined();
    }
  });
});
