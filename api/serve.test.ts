import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:http2';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRoom } from '../models/test/factories';
import { createApp, type App } from './app';
import { serve, type Serving } from './serve';
import { enrol, signInCandidate } from './test/people';
import { startApi, type TestApi } from './test/start-api';

interface Paths {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/** A certificate as `npm start` makes it. */
function makeCertificate(): Paths {
  const folder = mkdtempSync(join(tmpdir(), 'examhall-tls-'));
  const tls = join(__dirname, '../bin/lib/tls.mjs');
  const script = `import { ensureCertificate } from ${JSON.stringify(tls)};
    const subject = { names: ['localhost'], addresses: ['127.0.0.1'] };
    console.log(JSON.stringify(await ensureCertificate(${JSON.stringify(folder)}, subject)));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Paths;
}

let api: TestApi;
let app: App;
let serving: Serving;
let paths: Paths;
beforeAll(async () => {
  paths = makeCertificate();
  api = await startApi();
  const set = { TLS_CERT: paths.cert, TLS_KEY: paths.key, TLS_CA: paths.ca, PORT: 0 };
  const env = { ...api.deps.env, ...set, PUBLIC_URL: 'https://hall.example' };
  app = createApp({ ...api.deps, env });
  serving = await serve(app.listener, env);
});
afterAll(async () => api.close());

const over2 = async (path: string) => {
  const session = connect(`https://localhost:${serving.port}`, { ca: readFileSync(paths.ca) });
  const stream = session.request({ ':path': path });
  const [headers] = (await once(stream, 'response')) as [Record<string, string>];
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  session.close();
  return { headers, body: Buffer.concat(chunks) };
};
const postOver2 = async (path: string, body: string, type = 'application/json') => {
  const session = connect(`https://localhost:${serving.port}`, { ca: readFileSync(paths.ca) });
  const stream = session.request({ ':path': path, ':method': 'POST', 'content-type': type });
  stream.end(body);
  const [headers] = (await once(stream, 'response')) as [Record<string, string>];
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  session.close();
  return { status: headers[':status'], body: JSON.parse(Buffer.concat(chunks).toString()) as object };
};
const over1 = (path: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const options = { port: serving.port, path, ca: readFileSync(paths.ca), agent: false as const };
    request({ host: 'localhost', ...options }, resolve)
      .on('error', reject)
      .end();
  });

describe('over TLS', () => {
  it('speaks HTTP/2, and remembers it for names that are no machine of ours', async () => {
    const { headers, body } = await over2('/api/me');
    expect(headers[':status']).toBe(200);
    expect(JSON.parse(body.toString())).toEqual({ kind: 'nobody' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('reads a body whose length was not announced, within its bound and of its type', async () => {
    const path = '/api/login/candidate';
    const body = JSON.stringify({ exam: 'NONE', ticket: '1', passcode: 'x', position: 1 });
    expect((await postOver2(path, body)).body).toMatchObject({ refused: 'WRONG_CREDENTIALS' });
    expect((await postOver2(path, body, 'application/json; charset=utf-8')).body).toMatchObject({
      refused: 'WRONG_CREDENTIALS',
    });
    expect((await postOver2(path, body, 'text/plain')).body).toMatchObject({ refused: 'MALFORMED' });
    const long = JSON.stringify({ exam: 'x'.repeat(200_000) });
    expect((await postOver2(path, long)).body).toMatchObject({ refused: 'TOO_LARGE' });
  });

  it('speaks HTTP/1.1 to those who ask for it', async () => {
    const response = await over1('/api/me');
    response.resume();
    expect([response.httpVersion, response.statusCode]).toEqual(['1.1', 200]);
  });

  it('tells a phone how to trust it, in both languages, and hands out the certificate alone', async () => {
    const { body } = await over2('/trust');
    expect(body.toString()).toContain('让手机信任本考场');
    expect(body.toString()).toContain('Let this phone trust the exam hall');
    const authority = await over2('/trust/examhall-ca.crt');
    expect(authority.headers['content-type']).toBe('application/x-x509-ca-cert');
    expect(authority.body.toString('latin1')).not.toContain('PRIVATE');
    const { X509Certificate } = await import('node:crypto');
    const { fingerprint256, ca } = new X509Certificate(authority.body);
    expect(ca).toBe(true);
    expect(body.toString()).toContain(fingerprint256);
  });

  it('stops although a stream is open, and lets what is under way end', async () => {
    const who = await enrol(api.source, await buildRoom(api.source));
    const cookie = (await signInCandidate(api.url, who)).jar.cookie ?? '';
    const session = connect(`https://localhost:${serving.port}`, { ca: readFileSync(paths.ca) });
    session.on('error', () => undefined);
    const live = session.request({ ':path': '/api/live', cookie });
    // Cut off in the middle, as far as a browser can tell: it comes back to another replica.
    live.on('error', () => undefined);
    const [opened] = (await once(live, 'response')) as [Record<string, unknown>];
    expect(opened['content-type']).toMatch(/^text\/event-stream/);
    const slow = session.request({ ':path': '/readyz' });
    const answered = once(slow, 'response');
    slow.resume();
    live.resume();
    const ended = new Promise((resolve) => live.once('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await app.close();
    await serving.stop(5_000);
    const [headers] = (await answered) as [Record<string, unknown>];
    expect(headers[':status']).toBe(503);
    await ended;
    expect(performance.now() - started).toBeLessThan(4_000);
    await expect(over1('/api/me')).rejects.toThrow(/ECONNREFUSED/);
  });
});
