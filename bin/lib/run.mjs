// @ts-check
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Commands at work; they end with us, also when we are asked to stop in the middle of one. @type {Set<import('node:child_process').ChildProcess>} */
const atWork = new Set();
process.on('exit', () => atWork.forEach((child) => child.kill('SIGKILL')));

/** A command that failed, with the last lines of what it said. */
class CommandFailed extends Error {
  /** @param {string} command @param {number | string | null} status @param {string} output */
  constructor(command, status, output) {
    const tail = output.trim().split('\n').slice(-15).join('\n');
    super(`${command} failed (${status})${tail ? `:\n${tail}` : ''}`);
    this.code = 'COMMAND_FAILED';
    this.output = output;
  }
}

/**
 * Runs a command to its end without a terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number, onLine?: (line: string) => void, input?: string }} [options]
 * @returns {Promise<{ stdout: string, stderr: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    });
    atWork.add(child);
    const said = { stdout: '', stderr: '' };
    collect(child.stdout, (text) => (said.stdout += text), options.onLine);
    collect(child.stderr, (text) => (said.stderr += text), options.onLine);
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.on('error', (error) => reject(new CommandFailed(command, error.message, '')));
    child.on('close', (status, signal) => {
      atWork.delete(child);
      if (status === 0) return resolve(said);
      reject(
        new CommandFailed(
          [command, ...args].join(' ').slice(0, 200),
          status ?? signal,
          said.stdout + said.stderr,
        ),
      );
    });
  });
}

/** @param {import('node:stream').Readable} stream @param {(text: string) => void} keep @param {((line: string) => void) | undefined} onLine */
function collect(stream, keep, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (/** @type {string} */ text) => {
    keep(text);
    if (!onLine) return;
    const lines = (rest + text).split(/[\r\n]+/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line.trim());
  });
}

/**
 * The full path of a program on PATH, or undefined.
 * @param {string} name
 */
export function findOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder || '.', name);
    if (isExecutable(path)) return path;
  }
  return undefined;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
