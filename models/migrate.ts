import type { DataSource } from 'typeorm';

const LOCK = 'examhall.migrations';

/**
 * Brings the tables up to date. Several replicas start at once: one migrates, the others wait and find it done.
 * @param source connected, with a pool of two at least: one connection holds the lock
 * @returns names of the migrations that were run
 */
export const migrate = async (source: DataSource, lockSeconds = 120): Promise<readonly string[]> => {
  const holder = source.createQueryRunner();
  try {
    const asked = 'SELECT GET_LOCK(CONCAT(?, ".", DATABASE()), ?) AS got';
    const [row] = await source.query<{ got: unknown }[]>(asked, [LOCK, lockSeconds], holder);
    if (Number(row?.got) !== 1) throw new Error(`another process has been migrating for ${lockSeconds} s`);
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await source.query('SELECT RELEASE_LOCK(CONCAT(?, ".", DATABASE()))', [LOCK], holder);
    await holder.release();
  }
};
