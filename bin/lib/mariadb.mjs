// @ts-check
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianEnv } from './apt.mjs';
import { PARTS } from './paths.mjs';
import { run } from './run.mjs';
import { answers } from './wait.mjs';

const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

/**
 * The database server as a service. Its root and the product's user are (re)set at every start by a
 * file of statements, so the first start and a start with renewed secrets need no client.
 * @param {{ dataDir: string, port: number, rootPassword: string, password: string, durable: boolean }} options
 * @returns {import('./supervise.mjs').Service}
 */
export function mariadbService(options) {
  const folder = join(options.dataDir, 'mariadb');
  const initFile = join(options.dataDir, 'mariadb-accounts.sql');
  return {
    name: 'mariadb',
    command: join(PARTS.debian, 'usr/sbin/mariadbd'),
    args: [...serverArgs(folder, initFile, options), ...asRoot()],
    env: debianEnv(),
    stopWithinMs: 60_000,
    readyWithinMs: 120_000,
    prepare: async () => {
      if (!existsSync(folder)) await createDataFolder(folder);
      writeFileSync(initFile, accounts(options.rootPassword, options.password), { mode: 0o600 });
    },
    // The greeting: a packet with protocol version 10. While shutting down it is an error packet.
    isReady: () => answers(options.port, { expect: (reply) => reply[4] === 10 }),
  };
}

/**
 * @param {string} folder
 * @param {string} initFile
 * @param {{ port: number, durable: boolean }} options
 */
function serverArgs(folder, initFile, { port, durable }) {
  const usr = join(PARTS.debian, 'usr');
  return [
    '--no-defaults',
    `--basedir=${usr}`,
    `--datadir=${folder}`,
    `--plugin-dir=${join(usr, 'lib/mysql/plugin')}`,
    `--lc-messages-dir=${join(usr, 'share/mysql')}`,
    `--init-file=${initFile}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    // Relative to the data folder: an absolute path of more than 107 bytes is refused by the kernel.
    '--socket=mysqld.sock',
    '--pid-file=mysqld.pid',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--max-connections=400',
    '--max-allowed-packet=64M',
    '--innodb-buffer-pool-size=256M',
    // An acknowledged command survives a power cut; throw-away databases only need to survive `kill -9`.
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
    '--performance-schema=OFF',
  ];
}

/** Made aside and renamed, so that an interrupted first start leaves nothing half-made. @param {string} folder */
async function createDataFolder(folder) {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  // The script that comes with the server is confused by spaces in paths; links have none.
  const links = mkdtempSync(join(tmpdir(), 'examhall-'));
  symlinkSync(join(PARTS.debian, 'usr'), join(links, 'usr'));
  symlinkSync(draft, join(links, 'draft'));
  try {
    await run(join(links, 'usr/bin/mariadb-install-db'), [...installArgs(links), ...asRoot()], {
      env: debianEnv(),
      timeoutMs: 300_000,
    });
  } finally {
    rmSync(links, { recursive: true, force: true });
  }
  renameSync(draft, folder);
}

/** @param {string} links */
const installArgs = (links) => [
  '--no-defaults',
  `--basedir=${join(links, 'usr')}`,
  `--datadir=${join(links, 'draft')}`,
  '--auth-root-authentication-method=normal',
  '--skip-test-db',
  '--skip-name-resolve',
];

/** One statement a line, as the server wants it. @param {string} rootPassword @param {string} password */
function accounts(rootPassword, password) {
  return [
    `DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');`,
    'FLUSH PRIVILEGES;',
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${rootPassword}';`,
    // Connections over TCP come as 127.0.0.1, since names are not resolved.
    `CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY '${rootPassword}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;`,
    'CREATE DATABASE IF NOT EXISTS examhall CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
    `CREATE OR REPLACE USER 'examhall'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON examhall.* TO 'examhall'@'127.0.0.1';`,
    '',
  ].join('\n');
}
