import { createConnection } from 'mysql2/promise';
import { ulid } from 'ulid';
import type { DataSource } from 'typeorm';
import { createDataSource, type DataSourceOptions } from '../data-source';

export interface TestDatabase {
  readonly url: string;
  readonly source: DataSource;
  readonly drop: () => Promise<void>;
}

const adminUrl = () => {
  const url = process.env['TEST_DATABASE_ADMIN_URL'];
  if (!url)
    throw new Error('TEST_DATABASE_ADMIN_URL is not set: run `npm run services` and load its services.env');
  return url;
};

const asAdmin = async (statement: string) => {
  const connection = await createConnection(adminUrl());
  await connection.query(statement).finally(() => connection.end());
};

/** A database of its own for one test file, migrated, on the MariaDB of the tests. */
export const createTestDatabase = async (
  options: DataSourceOptions & { readonly migrate?: boolean } = {},
): Promise<TestDatabase> => {
  const name = `test_${ulid().toLowerCase()}`;
  await asAdmin(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const url = `${adminUrl()}/${name}`;
  const source = await createDataSource(url, { poolSize: 5, silenceMs: 60_000, ...options }).initialize();
  if (options.migrate !== false) await source.runMigrations();
  const drop = async () => {
    if (source.isInitialized) await source.destroy();
    await asAdmin(`DROP DATABASE IF EXISTS ${name}`);
  };
  return { url, source, drop };
};
