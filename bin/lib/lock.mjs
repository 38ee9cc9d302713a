// @ts-check
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sleep } from './run.mjs';

/** @typedef {{ pid: number, startTime: string }} Identity a process that cannot be mistaken for a later one with its pid */
/** @typedef {Identity & { address?: string, command?: string }} Holder */

/**
 * Field 22 of /proc/PID/stat, the ticks at which the process began; undefined when there is none.
 * @param {number} pid
 */
function startTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** @param {Identity} identity */
export const isAlive = (identity) => startTimeOf(identity.pid) === identity.startTime;

/** @param {number} pid @returns {Identity} */
export const identify = (pid) => ({ pid, startTime: startTimeOf(pid) ?? '' });

/**
 * Takes the lock at `path`, also from a holder that died.
 * @param {string} path
 * @param {{ command?: string }} [about]
 * @returns {{ holder: Holder } | { announce(address: string): void, release(): void }} the living holder, or the lock
 */
export function takeLock(path, about = {}) {
  const own = { ...identify(process.pid), ...about };
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    if (claim(path, own))
      return { announce: (address) => replace(path, { ...own, address }), release: () => release(path) };
    const holder = readHolder(path);
    if (holder && isAlive(holder)) return { holder };
    rmSync(path, { force: true });
  }
}

/**
 * Does `work` while nobody else does it; waits for whoever is at it.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(path, work) {
  let lock = takeLock(path);
  while ('holder' in lock) {
    await sleep(300);
    lock = takeLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** A hard link appears with its contents, so no reader sees a half-written lock. @param {string} path @param {Holder} own */
function claim(path, own) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} path @param {Holder} holder */
function replace(path, holder) {
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(holder));
  renameSync(`${path}.${process.pid}`, path);
}

/** @param {string} path */
function release(path) {
  if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
}

/** @param {string} path @returns {Holder | undefined} */
export function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
