import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, createServer as createTls } from 'node:tls';
import { certificateFor } from './test/certificate';
import { startChild, type Child } from './test/child';
import { render, madeEnv } from './test/compose';
import { deploymentEnv, ROOT } from './test/debian';
import { freePort, until } from './test/wait';

const config = join(ROOT, 'docker/edge/haproxy.cfg');
const listening = async <S extends NetServer>(server: S): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

describe('the door', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let haproxy: Child;
  const heard: IncomingMessage[] = [];
  const stops: (() => void)[] = [];
  const names = { HALL_DOMAIN: 'hall.test', MEET_DOMAIN: 'meet.test', TURN_DOMAIN: 'turn.test' };
  const says = (word: string): Server =>
    createHttp((request, response) => {
      heard.push(request);
      if (request.url === '/slow') return;
      response.end(word);
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'edge-'));
    mkdirSync(join(folder, 'certificates'));
    const { cert, key } = certificateFor(folder, ['hall.test', 'meet.test']);
    const [chain, secret] = [readFileSync(cert, 'utf8'), readFileSync(key, 'utf8')];
    writeFileSync(join(folder, 'certificates/hall.pem'), chain + secret);
    const turn = createTls({ cert: chain, key: secret }, (socket) =>
      socket.end(`turn for ${(socket as { servername?: string }).servername}`),
    );
    const [api, meet, acme] = [says('api'), says('meet'), says('acme')];
    for (const server of [turn, api, meet, acme]) stops.push(() => server.close());
    const upstream = async (server: NetServer) => `127.0.0.1:${await listening(server)}`;
    env = {
      ...deploymentEnv(),
      ...names,
      API_UPSTREAM: await upstream(api),
      MEET_UPSTREAM: await upstream(meet),
      TURN_UPSTREAM: await upstream(turn),
      ACME_UPSTREAM: await upstream(acme),
      RESOLVER: '127.0.0.1:53',
      TLS_PORT: String(await freePort()),
      HTTP_PORT: String(await freePort()),
      HEALTH_PORT: String(await freePort()),
      CERTIFICATES: join(folder, 'certificates'),
      MAX_CONNECTIONS: '1000',
    };
    haproxy = startChild('haproxy', ['-db', '-f', config], env);
    await until(async () => {
      haproxy.mustRun();
      return (await fetch(`http://127.0.0.1:${env['HEALTH_PORT']}`)).ok;
    });
    // The API is looked at every 2 s before anything is sent there.
    await until(async () => (await ask('hall.test', '/')).body === 'api');
  });
  afterAll(async () => {
    await haproxy?.stop();
    for (const stop of stops) stop();
    rmSync(folder, { recursive: true });
  });

  const dial = (servername: string | undefined, ALPNProtocols?: string[]) =>
    connectTls({
      host: '127.0.0.1',
      port: Number(env['TLS_PORT']),
      rejectUnauthorized: false,
      ...(servername && { servername }),
      ...(ALPNProtocols && { ALPNProtocols }),
    });
  /** As browsers come: over HTTP/2. */
  const ask = (host: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
      const session = connectHttp2(`https://${host}`, { createConnection: () => dial(host, ['h2']) });
      session.once('error', reject);
      const stream = session.request({ ':path': path, ':authority': host, ...headers });
      let body = '';
      stream.once('error', reject);
      stream.on('data', (part) => (body += String(part)));
      stream.once('response', (answer) =>
        stream.once('end', () => {
          session.close();
          resolve({ status: Number(answer[':status']), body, headers: answer });
        }),
      );
    });

  it('has a configuration that HAProxy accepts without a warning, with the environment of the compose file', () => {
    const environment = {
      ...render(madeEnv()).services['edge']?.environment,
      CERTIFICATES: join(folder, 'certificates'),
      MAX_CONNECTIONS: '1000',
    };
    const checked = execFileSync('haproxy', ['-c', '-f', config], {
      env: { ...deploymentEnv(), ...environment },
      encoding: 'utf8',
    });
    expect(checked).toContain('Configuration file is valid');
    expect(haproxy.log()).not.toMatch(/WARNING|ALERT/);
  });

  it('leads each name to where it belongs, over HTTP/2', async () => {
    expect(await ask('hall.test', '/')).toMatchObject({ status: 200, body: 'api' });
    expect(await ask('meet.test', '/')).toMatchObject({ status: 200, body: 'meet' });
  });

  it("passes TURN's TLS on as it is", async () => {
    const socket = dial('turn.test');
    const said = await new Promise<string>((resolve, reject) => {
      socket.once('data', (text) => resolve(String(text)));
      socket.once('error', reject);
    });
    expect(said).toBe('turn for turn.test');
  });

  it('shuts the door on whoever asks for another name, for none, or speaks no TLS', async () => {
    for (const name of ['other.test', undefined]) {
      const refused = new Promise((resolve, reject) => {
        const socket = dial(name);
        socket.once('secureConnect', () => reject(new Error('let in')));
        socket.once('error', resolve);
        socket.once('close', resolve);
      });
      await refused;
    }
    await expect(fetch(`http://127.0.0.1:${env['TLS_PORT']}/`)).rejects.toThrow('fetch failed');
  });

  it('tells the API who is calling, whatever the caller says of himself', async () => {
    heard.length = 0;
    await ask('hall.test', '/who', { 'x-forwarded-for': '1.2.3.4' });
    const call = heard.find(({ url }) => url === '/who');
    expect(call?.headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      host: 'hall.test',
    });
  });

  it('does not lead from one name to another within a connection', async () => {
    const session = connectHttp2('https://hall.test', { createConnection: () => dial('hall.test', ['h2']) });
    const status = await new Promise((resolve) => {
      const stream = session.request({ ':path': '/', ':authority': 'other.test' });
      stream.once('response', (answer) => resolve(answer[':status']));
      stream.resume();
    });
    session.close();
    expect(status).toBe(421);
  });

  it('sends plain HTTP to HTTPS, but for proofs of a certificate', async () => {
    const plain = `http://127.0.0.1:${env['HTTP_PORT']}`;
    const redirect = await fetch(`${plain}/exam`, { redirect: 'manual' });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([
      301,
      expect.stringMatching(/^https:.*\/exam$/),
    ]);
    expect(await (await fetch(`${plain}/.well-known/acme-challenge/x`)).text()).toBe('acme');
  });
});
