import { createTestDatabase, type TestDatabase } from './database';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const differences = async () => (await database.source.driver.createSchemaBuilder().log()).upQueries;
  const columnTypes = async () => {
    const rows: { place: string; type: string; collation: string | null }[] = await database.source.query(
      `SELECT CONCAT(table_name, '.', column_name) AS place, column_type AS type, collation_name AS collation,
        is_nullable AS nullable FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name <> 'migrations' ORDER BY 1`,
    );
    return rows;
  };

  test('make exactly the tables that the entities describe', async () => {
    expect(await differences()).toEqual([]);
  });

  test('differ when a column is missing, so that the comparison above can fail', async () => {
    await database.source.query('ALTER TABLE scores DROP COLUMN note');
    expect(await differences()).not.toEqual([]);
    await database.source.query('ALTER TABLE scores ADD COLUMN note text NOT NULL');
  });

  test('agree with the entities on character sets too, which the comparison passes over', async () => {
    const migrated = await columnTypes();
    await database.source.synchronize(true);
    expect(await columnTypes()).toEqual(migrated);
  });

  test('can be undone and done again', async () => {
    await database.source.dropDatabase();
    await database.source.runMigrations();
    for (const each of database.source.migrations) {
      expect(each.name).toBeDefined();
      await database.source.undoLastMigration();
    }
    await database.source.runMigrations();
    expect(await differences()).toEqual([]);
  });
});
