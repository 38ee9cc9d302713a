import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { ulid } from 'ulid';
import type { RoomInput, SittingInput } from '../messages';
import type { FlowSnapshot } from '../protocol/flow.schema';
import { workflowBundle } from './bundle';
import { RoomDriver, SittingDriver, type Place } from './drivers';
import { everyStep } from './flows';
import { MemoryStore, memoryPorts } from './memory-ports';

const HOUR_MS = 3_600_000;
/** Workflows log what they pass over; suites that provoke it do not want to read it. */
const logger = new DefaultLogger('ERROR', ({ level, message, meta }) => {
  if (meta?.sdkComponent !== 'workflow') process.stderr.write(`${level} ${message}\n`);
});

/** A Temporal to work on: connections, and the time it lives in. */
interface Ground {
  readonly client: Client;
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly address: string;
  readonly now: () => Promise<number>;
}

/** Real Temporal, the real bundle, ports in memory. Queues are this hall's own, so suites do not meet. */
export class Hall implements Place {
  readonly store = new MemoryStore();
  readonly taskQueue = `test-${ulid()}`;
  private workers: { readonly worker: Worker; readonly run: Promise<void> }[] = [];

  constructor(
    private readonly ground: Ground,
    private readonly dataConverter?: DataConverter,
  ) {}

  get client() {
    return this.ground.client;
  }

  get now() {
    return this.ground.now;
  }

  /** Where the command line finds what was played here. */
  get server() {
    const { address, namespace } = this.ground;
    return { address, namespace };
  }

  async startWorker(deployment?: WorkerOptions['workerDeploymentOptions']): Promise<void> {
    const { connection, namespace, client } = this.ground;
    const activities = { ...memoryPorts(this.store, client, this.taskQueue) };
    const common = { connection, namespace, activities, dataConverter: this.dataConverter };
    const both = [
      await Worker.create({
        ...common,
        taskQueue: this.taskQueue,
        workerDeploymentOptions: deployment,
        workflowBundle: await workflowBundle(logger),
        stickyQueueScheduleToStartTimeout: '2s',
      }),
      await Worker.create({ ...common, taskQueue: `${this.taskQueue}-vision` }),
    ];
    this.workers = both.map((worker) => ({ worker, run: worker.run() }));
  }

  async stopWorker(): Promise<void> {
    for (const { worker } of this.workers) worker.shutdown();
    await Promise.all(this.workers.map(({ run }) => run));
    this.workers = [];
  }

  async room(changes: Partial<RoomInput> = {}): Promise<RoomDriver> {
    const closesAt = (await this.now()) + 4 * HOUR_MS;
    return new RoomDriver(this, { roomId: ulid(), examId: ulid(), closesAt, ...changes }).open();
  }

  /** A candidate of the room, not yet arrived. */
  sitting(
    room: RoomDriver | null,
    flow: FlowSnapshot = everyStep,
    changes: Partial<SittingInput> = {},
  ): SittingDriver {
    const { roomId, examId, closesAt } = room?.input ?? {
      roomId: ulid(),
      examId: ulid(),
      closesAt: Date.now() + 4 * HOUR_MS,
    };
    const born = { sittingId: ulid(), examId, roomId, flow, photoKey: 'registered-photo-key', extraMs: 0 };
    const input: SittingInput = { ...born, closesAt, ...changes };
    this.store.roster.set(roomId, [...(this.store.roster.get(roomId) ?? []), input.sittingId]);
    return new SittingDriver(this, input);
  }
}

/** The development server that the whole suite shares. */
export const openHall = async (dataConverter?: DataConverter) => {
  quiet();
  const address = process.env.TEST_TEMPORAL_ADDRESS;
  if (!address) throw new Error('TEST_TEMPORAL_ADDRESS names no Temporal');
  const namespace = process.env.TEST_TEMPORAL_NAMESPACE ?? 'default';
  const connection = await NativeConnection.connect({ address });
  const clientConnection = await Connection.connect({ address });
  const client = new Client({ connection: clientConnection, namespace, dataConverter });
  const hall = new Hall(
    { client, connection, namespace, address, now: async () => Date.now() },
    dataConverter,
  );
  await hall.startWorker();
  const close = async () => {
    await hall.stopWorker();
    await clientConnection.close();
    await connection.close();
  };
  return { hall, close };
};

export const quiet = (): void => {
  try {
    Runtime.install({ logger });
  } catch {
    // The runtime of this test process is installed already.
  }
};

/** Waits for what happens behind an answer: recording, orders, effects. */
export const until = async <T>(
  look: () => T | Promise<T>,
  isThere: (seen: T) => boolean,
  withinMs = 20_000,
): Promise<T> => {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > end) throw new Error(`not seen in ${withinMs} ms: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
