import { parentPort, workerData } from 'node:worker_threads';
import type { BoundedResult, BoundedTask } from './bounded-tasks';
import { decodeHeic } from './decode-heic';
import { readXlsx } from './read-xlsx';

const perform = (task: BoundedTask): Promise<BoundedResult[BoundedTask['kind']]> =>
  task.kind === 'xlsx' ? readXlsx(task.bytes) : decodeHeic(task.bytes, task.mostPixels);

perform(workerData as BoundedTask).then(
  (done) => parentPort?.postMessage({ done }),
  (error: unknown) => parentPort?.postMessage({ failed: String(error) }),
);
