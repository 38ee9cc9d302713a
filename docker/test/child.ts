import { spawn } from 'node:child_process';

export interface Child {
  /** Everything it said. */
  readonly log: () => string;
  /** @throws Error with what it said, once it ended by itself */
  readonly mustRun: () => void;
  readonly args: readonly string[];
  readonly stop: () => Promise<void>;
}

/** A program in the background, with what it says; stopped even when it never came up. */
export function startChild(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', (error) => {
      said.push(String(error));
      end();
    });
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  const log = () => said.join('');
  return {
    log,
    args: child.spawnargs,
    mustRun: () => {
      if (over) throw new Error(`${command} ended: ${log()}`);
    },
    stop: async () => {
      if (!over) child.kill('SIGTERM');
      await ended;
    },
  };
}
