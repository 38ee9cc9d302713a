import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { entities } from './entities';
import { impatientSocket } from './impatient-socket';
import { migrations } from './migrations';
import { SnakeNaming } from './snake-naming';

export interface DataSourceOptions {
  readonly poolSize?: number;
  /** A query without an answer for this long fails. Migrations pass a long one. */
  readonly silenceMs?: number;
}

/**
 * MariaDB (or MySQL) with all tables. Nothing is connected until `initialize()`; `destroy()` ends it.
 * @param url `mysql://user:password@host:port/database`
 */
export const createDataSource = (url: string, options: DataSourceOptions = {}): DataSource =>
  new DataSource({
    type: 'mariadb',
    url,
    entities,
    migrations,
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    poolSize: options.poolSize ?? 20,
    connectTimeout: 5_000,
    extra: { stream: impatientSocket(options.silenceMs ?? 8_000) },
  });
