// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './lock.mjs';
import { PARTS } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Debian packages without root and without touching the machine: apt works on lists, a cache and a
 * copy of the package database of our own, then the packages are unpacked (not installed) below
 * `.data/debian`. What the machine already has (libc and the like) is used from the machine.
 */

/** @param {string} root */
const stampsOf = (root) => join(root, '.sets');

/**
 * @param {string} set names this group of packages, so that it is fetched once
 * @param {readonly string[]} packages each as regular expression, for names with a version in them (`mariadb-server-core(-[0-9.]+)?`)
 * @param {(note: string) => void} [note]
 * @param {string} [root] where they are unpacked; another one keeps their libraries away from the product's services
 */
export async function fetchDebian(set, packages, note = () => {}, root = PARTS.debian) {
  if (isFetched(root, set, packages)) return;
  await exclusively(join(PARTS.apt, 'lock'), async () => {
    if (isFetched(root, set, packages)) return;
    const apt = await ownApt(packages, note);
    const names = await resolveNames(apt, packages);
    const debs = await download(apt, names, note);
    for (const [i, deb] of debs.entries()) {
      note(`unpacking ${i + 1} of ${debs.length}`);
      await run('dpkg', ['-x', deb, root]);
    }
    mkdirSync(stampsOf(root), { recursive: true });
    writeFileSync(join(stampsOf(root), set), stampOf(packages));
    rmSync(join(PARTS.apt, 'cache'), { recursive: true, force: true });
  });
}

/** Forgets a set whose programs turned out not to run, e.g. after an upgrade of the machine. @param {string} set */
export function forgetDebian(set) {
  rmSync(join(stampsOf(PARTS.debian), set), { force: true });
}

/** @param {string} root @param {string} set @param {readonly string[]} packages */
function isFetched(root, set, packages) {
  const file = join(stampsOf(root), set);
  return existsSync(file) && readFileSync(file, 'utf8') === stampOf(packages);
}

/** A new release of the system has new libraries, so its packages are fetched anew. @param {readonly string[]} packages */
function stampOf(packages) {
  return createHash('sha256')
    .update(readFileSync('/etc/os-release'))
    .update(packages.join('\n'))
    .digest('hex');
}

/** @param {readonly string[]} packages @param {(note: string) => void} note */
async function ownApt(packages, note) {
  const config = join(PARTS.apt, 'apt.conf');
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'log']) {
    mkdirSync(join(PARTS.apt, folder), { recursive: true });
  }
  writeFileSync(config, aptConfig());
  writeFileSync(
    join(PARTS.apt, 'state', 'status'),
    withoutWanted(readFileSync('/var/lib/dpkg/status', 'utf8'), packages),
  );
  note('reading the package lists');
  // Third-party sources of the machine may be out of reach; whether it was enough shows at the names.
  await run('apt-get', ['-c', config, '-q', 'update'], {
    env: aptEnv,
    onLine: note,
    timeoutMs: 600_000,
  }).catch((error) => note(String(error.message)));
  return config;
}

const aptEnv = { LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };

/** `#clear` drops hooks of the machine that would empty its own cache. */
function aptConfig() {
  const quoted = (/** @type {string} */ path) => `"${join(PARTS.apt, path)}"`;
  return `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Install-Pkgs;
#clear DPkg::Pre-Invoke;
#clear DPkg::Post-Invoke;
Dir::State ${quoted('state')};
Dir::State::status ${quoted('state/status')};
Dir::Cache ${quoted('cache')};
Dir::Log ${quoted('log')};
Debug::NoLocking "true";
APT::Install-Recommends "false";
APT::Keep-Downloaded-Packages "true";
APT::Sandbox::User "";
Acquire::Retries "3";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
`;
}

/**
 * The package database as if none of `packages` were installed, so that apt fetches our own copy.
 * @param {string} status
 * @param {readonly string[]} packages
 */
export function withoutWanted(status, packages) {
  const wanted = new RegExp(`^Package: (${packages.join('|')})$`, 'm');
  return status
    .split(/\n\n+/)
    .filter((stanza) => stanza && !wanted.test(stanza))
    .map((stanza) => `${stanza}\n\n`)
    .join('');
}

/** @param {string} config @param {readonly string[]} packages */
async function resolveNames(config, packages) {
  const { stdout } = await run('apt-cache', ['-c', config, 'pkgnames'], { env: aptEnv });
  const known = stdout.split('\n');
  return packages.map((pattern) => {
    const exact = new RegExp(`^(${pattern})$`);
    // The shortest name is the release's default; `-10.6` is taken where there is no plain one.
    const name = known.filter((candidate) => exact.test(candidate)).sort((a, b) => a.length - b.length)[0];
    if (name) return name;
    throw new Error(
      `The system's package sources have no package “${pattern}”. Are the sources in /etc/apt reachable?`,
    );
  });
}

/** @param {string} config @param {readonly string[]} names @param {(note: string) => void} note */
async function download(config, names, note) {
  const archives = join(PARTS.apt, 'cache', 'archives');
  await run('apt-get', ['-c', config, '-qy', '--allow-downgrades', '--download-only', 'install', ...names], {
    env: aptEnv,
    onLine: note,
    timeoutMs: 1_800_000,
  });
  // libc belongs to the machine's own loader; a second one in the library path would crash everything.
  return readdirSync(archives)
    .filter((name) => name.endsWith('.deb') && !/^(libc6|libc-bin)_/.test(name))
    .map((name) => join(archives, name));
}

/** The variables with which a program unpacked here finds its libraries and its companions. @param {string} [root] */
export function debianEnv(root = PARTS.debian) {
  const programs = ['usr/bin', 'usr/sbin', 'bin', 'sbin'].map((path) => join(root, path));
  return {
    LD_LIBRARY_PATH: ['usr/lib', 'lib'].flatMap((path) => libraryFolders(join(root, path))).join(':'),
    PATH: [...programs, process.env.PATH].join(':'),
  };
}

/**
 * Some packages keep libraries in a folder of their own and reach it by an absolute path that is not
 * ours, or by a link that only an installation makes: so those folders are searched as well.
 * @param {string} lib
 */
function libraryFolders(lib) {
  const folder = join(lib, process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu');
  if (!existsSync(folder)) return [];
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((path) => readdirSync(path).some((name) => /^lib.*\.so(\.|$)/.test(name)));
  return [folder, ...inner];
}
