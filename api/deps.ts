import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Storage } from '#models/storage/port';
import type { Env } from './env';
import type { Gateway } from './gateway/gateway';

/** What the API is made of; `main.ts` brings the real parts, tests bring theirs. */
export interface Deps {
  readonly env: Env;
  readonly dataSource: DataSource;
  /** For commands. Fails fast when Redis is away: no offline queue. */
  readonly redis: Redis;
  readonly gateway: Gateway;
  readonly storage: Storage;
  /** Server time, epoch ms. */
  readonly clock: () => number;
  readonly logger: Logger;
}
