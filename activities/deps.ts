import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Storage } from '#models/storage/port';
import type { Publish } from './publish';

/** What activities are made of; `worker.ts` brings the real parts, tests bring theirs. */
export interface Deps {
  /** Connects when it is first needed, so that a worker starts while MariaDB is away. */
  readonly database: () => Promise<DataSource>;
  readonly publish: Publish;
  readonly client: Client;
  readonly storage: Storage;
  readonly taskQueue: string;
  readonly logger: Logger;
  /** Epoch ms. */
  readonly clock: () => number;
}
