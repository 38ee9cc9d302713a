import { parentPort } from 'node:worker_threads';

/** Repeats what it is told; `die` ends it, `fail` is refused. */
parentPort?.on('message', (task: string) => {
  if (task === 'die') process.exit(3);
  parentPort?.postMessage(
    task === 'fail' ? { kind: 'failed', message: 'told to' } : { kind: 'done', result: task },
  );
});
parentPort?.postMessage({ kind: 'ready' });
