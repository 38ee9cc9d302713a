import { parentPort, workerData } from 'node:worker_threads';
import { openChecker, type FaceCheckInput } from './checker';
import type { ThreadAnswer } from './thread-pool';

/** What the pool asks a thread to do; pictures arrive as plain bytes. */
export type ThreadTask =
  | { readonly kind: 'check'; readonly input: FaceCheckInput }
  | { readonly kind: 'inspect'; readonly photo: Uint8Array };

async function serve(manifestPath: string): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('this file runs in a worker thread');
  const checker = await openChecker(manifestPath);
  const answer = (message: ThreadAnswer) => port.postMessage(message);
  const perform = (task: ThreadTask) =>
    task.kind === 'check'
      ? checker.check(asBuffers(task.input))
      : checker.inspectPhoto(Buffer.from(task.photo));
  port.on('message', (task: ThreadTask) => {
    perform(task).then(
      (result) => answer({ kind: 'done', result }),
      (error: unknown) => answer({ kind: 'failed', message: String(error) }),
    );
  });
  answer({ kind: 'ready' });
}

/** A Buffer that has crossed between threads is a plain array of bytes. */
function asBuffers({ registered, asked, frames }: FaceCheckInput): FaceCheckInput {
  return {
    registered: Buffer.from(registered),
    asked,
    frames: frames.map(({ pose, images }) => ({ pose, images: images.map((image) => Buffer.from(image)) })),
  };
}

void serve(String(workerData));
