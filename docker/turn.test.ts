import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { iceServersFor } from '../api/video/direct/ice-servers';
import { allocateOverTls } from './test/allocate';
import { certificateFor } from './test/certificate';
import { startChild, type Child } from './test/child';
import { deploymentEnv, ROOT } from './test/debian';
import { freePort, until } from './test/wait';

const run = promisify(execFile);
const SECRET = 'a-secret-of-this-test';

describe('TURN', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let turn: Child;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'turn-'));
    const { cert, key } = certificateFor(folder, ['turn.test']);
    writeFileSync(join(folder, 'fullchain.pem'), readFileSync(cert));
    writeFileSync(join(folder, 'privkey.pem'), readFileSync(key));
    // Relay and peer are both this machine, which nothing but this line allows.
    const base = readFileSync(join(ROOT, 'docker/turn/turnserver.conf'), 'utf8');
    writeFileSync(join(folder, 'base.conf'), `${base}\nallow-loopback-peers\n`);
    env = {
      ...deploymentEnv(),
      TURN_BASE: join(folder, 'base.conf'),
      TURN_DOMAIN: 'turn.test',
      TURN_SECRET: SECRET,
      TURN_LISTEN_IP: '127.0.0.1',
      // As behind a one-to-one NAT: devices are told an address that this machine does not have.
      TURN_EXTERNAL_IP: '203.0.113.10/127.0.0.1',
      TURN_PORT: String(await freePort()),
      TURN_TLS_PORT: String(await freePort()),
      TURN_RELAY_PORTS: '49160-49260',
      TURN_CERTIFICATES: folder,
      TURN_FOLDER: folder,
    };
    turn = startChild(join(ROOT, 'docker/turn/start'), [], env);
    await until(async () => {
      turn.mustRun();
      return new Promise((resolve) => {
        const socket = connect(Number(env['TURN_TLS_PORT']), '127.0.0.1', () => resolve(true));
        socket.once('connect', () => socket.end());
        socket.once('error', () => resolve(false));
      });
    });
  });
  afterAll(async () => {
    await turn?.stop();
    rmSync(folder, { recursive: true });
  });

  const credentials = (now: number, secret = SECRET) => {
    const servers = iceServersFor(
      { stunUrls: [], turnUrls: ['turn:turn.test'], turnSecret: secret },
      'peer',
      now,
    );
    const [server] = servers as { username: string; credential: string }[];
    return ['-u', server?.username ?? '', '-w', server?.credential ?? ''];
  };
  /** Two clients talk through the relay; what was lost is in the last line. */
  const talk = async (login: string[], ...how: string[]) => {
    const args = ['-y', '-n', '5', '-m', '1', '-c', ...how, ...login, '127.0.0.1'];
    const { stdout } = await run('turnutils_uclient', args, { env, timeout: 30_000 });
    return stdout;
  };

  it('relays between two who both have credentials that the API minted', async () => {
    expect(await talk(credentials(Date.now()), '-p', env['TURN_PORT'] ?? '')).toContain(
      'Total lost packets 0 (0.000000%)',
    );
  });

  it('gives a relay over TLS, which is what passes through strict networks', async () => {
    const port = Number(env['TURN_TLS_PORT']);
    const [, username = '', , credential = ''] = credentials(Date.now());
    expect(await allocateOverTls(port, 'turn.test', username, credential)).toBe('relay');
    expect(await allocateOverTls(port, 'turn.test', username, 'wrong')).toBe(401);
  });

  it.each([
    ['have run out', () => credentials(Date.now() - 5 * 3_600_000)],
    ['are of another installation', () => credentials(Date.now(), 'another')],
  ])('relays for nobody whose credentials %s', async (_, login) => {
    await expect(talk(login(), '-p', env['TURN_PORT'] ?? '')).rejects.toThrow('turnutils_uclient');
  });

  it('knows every word of its configuration, and shows the secret to nobody', () => {
    expect(turn.log()).not.toMatch(
      /bad configuration|unknown (option|argument)|cannot (load|find) .*(certificate|key file)/i,
    );
    expect(turn.log()).toContain('Default realm: turn.test');
    expect(turn.log()).not.toContain(SECRET);
    expect(statSync(join(folder, 'turnserver.conf')).mode & 0o077).toBe(0);
    expect(turn.args.join(' ')).not.toContain(SECRET);
  });

  it('leads nobody into networks behind the server', () => {
    const text = readFileSync(join(ROOT, 'docker/turn/turnserver.conf'), 'utf8');
    for (const range of [
      '10.0.0.0-',
      '127.0.0.0-',
      '172.16.0.0-',
      '192.168.0.0-',
      '169.254.0.0-',
      'fc00::-',
      '::1',
    ]) {
      expect(text).toContain(`denied-peer-ip=${range}`);
    }
  });
});
