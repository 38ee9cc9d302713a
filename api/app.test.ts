import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Sitting } from '#models/sitting';
import { contract } from '#contract';
import { buildRoom } from '../models/test/factories';
import { createBrowser } from './test/browser';
import { enrol, PASSCODE, signInCandidate, signInStaff } from './test/people';
import { startApi, type TestApi } from './test/start-api';
import { candidateViewFor } from './test/views';

let api: TestApi;
const page = '<!doctype html><html><head><title>hall</title></head><body></body></html>';
beforeAll(async () => {
  const web = await mkdtemp(join(tmpdir(), 'examhall-web-'));
  await mkdir(join(web, 'assets'));
  await writeFile(join(web, 'index.html'), page);
  await writeFile(join(web, 'assets/app-abc123.js'), `console.log(${JSON.stringify('x'.repeat(5_000))})`);
  await writeFile(join(web, 'icon.svg'), '<svg/>');
  await writeFile(join(dirname(web), 'outside.txt'), 'secret');
  const jitsi = { JITSI_DOMAIN: 'meet.hall.example', JITSI_APP_ID: 'hall', JITSI_APP_SECRET: 's'.repeat(32) };
  api = await startApi({ set: { WEB_DIR: web, ...jitsi } });
});
afterAll(async () => api.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(api.url + path, { headers });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(api.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
const refusedOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { refused: string }).refused,
];

/** As browsers ask: `fetch` here would add a wish for a fresh copy. */
const statusIfChanged = (path: string, etag: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = request(api.url + path, { headers: { 'if-none-match': etag } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });

describe('every answer', () => {
  it.each(['/', '/candidate/anything', '/api/me', '/api/nowhere', '/healthz', '/assets/app-abc123.js'])(
    'of %s carries the security headers',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self' https://meet.hall.example;");
      expect(policy).toContain('frame-src https://meet.hall.example;');
      expect(policy).not.toMatch(/unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=(self "https://meet.hall.example")');
      expect(headers.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/);
    },
  );

  it('allows nobody beside ourselves where no Jitsi is configured', async () => {
    const plain = await startApi();
    const policy = (await fetch(`${plain.url}/api/me`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-src 'none';");
    await plain.close();
  });

  it('of the API is not stored anywhere', async () => {
    expect((await get('/api/me')).headers.get('cache-control')).toBe('no-store');
  });

  it('to what does not exist is a typed no under its request id', async () => {
    const response = await get('/api/nowhere');
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toEqual({ refused: 'NOT_FOUND', requestId: response.headers.get('x-request-id') });
  });
});

describe('a request that changes something', () => {
  const login = JSON.stringify({ login: 'a', password: 'b' });
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of ours', { origin: 'http://127.0.0.1:1' }],
    ['nowhere in particular', { origin: 'null' }],
    ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
  ])('is refused when it comes from %s', async (_, headers: Record<string, string>) => {
    expect(await refusedOf(await post('/api/login/staff', login, headers))).toEqual([403, 'NOT_ALLOWED']);
  });

  it.each([
    ['our own pages', () => ({ origin: api.url })],
    ['our public address behind a proxy', () => ({ origin: 'http://hall.example' })],
    ['a program without a browser', () => ({})],
  ])('is taken from %s', async (_, headers) => {
    expect(await refusedOf(await post('/api/login/staff', login, headers()))).toEqual([
      401,
      'WRONG_CREDENTIALS',
    ]);
  });

  it('is not taken as a form, which another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await refusedOf(await post('/api/login/staff', login, { 'content-type': type }))).toEqual([
        400,
        'MALFORMED',
      ]);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['a field too few', '{"login":"a"}'],
    ['a field too many', '{"login":"a","password":"b","admin":true}'],
  ])('is malformed with %s', async (_, body) => {
    expect(await refusedOf(await post('/api/login/staff', body))).toEqual([400, 'MALFORMED']);
  });

  it('is refused by size before it is read', async () => {
    const large = await post(
      '/api/login/staff',
      JSON.stringify({ login: 'x'.repeat(200_000), password: '' }),
    );
    expect(await refusedOf(large)).toEqual([413, 'TOO_LARGE']);
    const zipped = await post('/api/login/staff', login, { 'content-encoding': 'gzip' });
    expect(await refusedOf(zipped)).toEqual([400, 'MALFORMED']);
  });
});

describe('what the contract does not declare', () => {
  it('never leaves, wherever in the projection it stands', async () => {
    const who = await enrol(api.source, await buildRoom(api.source));
    const view = candidateViewFor(who.sitting.id);
    const leaking = { ...view, staffNote: 'looks nervous', clock: null };
    const step = { kind: 'notice', phase: 'reading', answer: 'forty-two' };
    const staffView = { view: { ...leaking, step }, identity: {}, waived: [], queueKey: null } as never;
    await api.source.getRepository(Sitting).update({ id: who.sitting.id }, { staffView, revision: 1 });
    const browser = await signInCandidate(api.url, who);
    const response = await browser.send(contract.home.path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ view: { step: { kind: 'notice', phase: 'reading' } } });
    expect(text).not.toMatch(/nervous|forty-two/);
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(/examhall_api_undeclared_total\{endpoint="home",what="field"\} 1/);
  });
});

describe('the pages', () => {
  it('come for every address of the app, always anew, with a nonce of their own', async () => {
    const [one, two] = [await get('/'), await get('/candidate/room?x=1')];
    const [text, other] = [await one.text(), await two.text()];
    const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(one.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one.headers.get('cache-control')).toBe('no-cache');
    expect(other).toContain('<title>hall</title>');
    expect(other).not.toContain(nonce);
  });

  it('have assets that are kept for ever, compressed', async () => {
    const response = await get('/assets/app-abc123.js', { 'accept-encoding': 'br' });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await response.text()).toContain('xxx');
    const icon = await get('/icon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    expect(await statusIfChanged('/icon.svg', icon.headers.get('etag') ?? '')).toBe(304);
    expect(await statusIfChanged('/icon.svg', '"another"')).toBe(200);
  });

  it.each([
    '/assets/absent-abc.js',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/%00.js',
    '/assets/..%5c..%5coutside.txt',
  ])('give nothing for %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 by the standard itself, and names every endpoint', async () => {
    const response = await get('/api/openapi.json');
    const text = await response.text();
    const { paths, openapi } = JSON.parse(text) as {
      paths: Record<string, Record<string, unknown>>;
      openapi: string;
    };
    expect(openapi).toBe('3.1.0');
    const described = Object.values(paths).flatMap((path) => Object.keys(path));
    expect(described).toHaveLength(Object.keys(contract).length);
    const file = join(await mkdtemp(join(tmpdir(), 'examhall-openapi-')), 'openapi.json');
    await writeFile(file, text);
    const packed = require.resolve('@seriousme/openapi-schema-validator/package.json');
    const command = join(dirname(packed), 'bin/validate-api-cli.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, file], { encoding: 'utf8' });
    expect({ status, output: stdout + stderr }).toEqual({
      status: 0,
      output: expect.stringContaining('"valid": true'),
    });
  });

  it('is a readable page without anything from elsewhere', async () => {
    const response = await get('/api/docs');
    const text = await response.text();
    for (const name of Object.keys(contract)) expect(text).toContain(`<section id="${name}">`);
    expect(text).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
    expect(text).toContain('revision: integer');
  });
});

describe('health', () => {
  it('tells what is away, and stays alive', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'not-ready', mariadb: 'ok', redis: 'ok', temporal: 'away', clock: 'ok' },
    ]);
  });

  it('is not ready while a replica has another time', async () => {
    const [seconds] = await api.redis.time();
    const wrong = JSON.stringify({ offset: 5_000, at: Number(seconds) * 1_000 });
    await api.redis.hset('replica-clocks', 'api:other', wrong);
    expect(await (await get('/readyz')).json()).toMatchObject({ clock: 'away' });
    await api.redis.hdel('replica-clocks', 'api:other');
    expect(await (await get('/readyz')).json()).toMatchObject({ clock: 'ok' });
  });

  it('counts requests by endpoint, for a collector that may read them', async () => {
    await get('/api/me');
    expect(await (await get('/metrics')).text()).toMatch(
      /examhall_api_request_seconds_count\{endpoint="whoAmI"/,
    );
    const closed = await startApi({ set: { METRICS_TOKEN: 'a token of some length' } });
    const read = (headers: Record<string, string>) => fetch(`${closed.url}/metrics`, { headers });
    expect((await read({})).status).toBe(404);
    expect((await read({ authorization: 'Bearer a token of some length' })).status).toBe(200);
    await closed.close();
  });
});

describe('a storm of logins', () => {
  it('is worked off a few at a time, and the rest of the hall hardly notices', async () => {
    const room = await buildRoom(api.source);
    const { hash } = await import('@node-rs/argon2');
    const passcodeHash = await hash(PASSCODE, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    const people = await Promise.all(
      Array.from({ length: 60 }, () => enrol(api.source, room, { passcodeHash })),
    );
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const logins = people.map(({ exam, candidate }) =>
      createBrowser(api.url).call('loginCandidate', {
        body: { exam: exam.code, ticket: candidate.ticket, passcode: PASSCODE },
      }),
    );
    const done = { all: false };
    const storm = Promise.all(logins).finally(() => (done.all = true));
    const waits: number[] = [];
    while (!done.all) {
      const started = performance.now();
      expect((await officer.call('whoAmI')).status).toBe(200);
      waits.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await storm).map(({ status }) => status)).toEqual(Array(60).fill(200));
    expect(waits.length).toBeGreaterThan(3);
    expect(waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)]).toBeLessThan(500);
  });
});
