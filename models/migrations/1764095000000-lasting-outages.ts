/**
 * What: an index over the end of measured silences.
 * Why: those that last are looked through every few seconds, and are few among all that are kept.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LastingOutages implements MigrationInterface {
  readonly name = 'LastingOutages1764095000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_measured_outages__to_at ON measured_outages (to_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_measured_outages__to_at ON measured_outages');
  }
}
