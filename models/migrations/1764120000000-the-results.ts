/**
 * What: corrections of sealed sheets, recusals, signatures under a room's results, and releases.
 * Why: results become final step by step, and each step stays to be seen.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const sha256 = `char(64) ${ascii}`;

const tables = {
  score_corrections: `
    id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    staff_id ${ulid} NOT NULL,
    points json NOT NULL,
    reason text NOT NULL,
    at bigint unsigned NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_score_corrections__sitting_id_staff_id_at (sitting_id, staff_id, at)`,
  score_recusals: `
    sitting_id ${ulid} NOT NULL,
    staff_id ${ulid} NOT NULL,
    reason text NOT NULL,
    at bigint unsigned NOT NULL,
    PRIMARY KEY (sitting_id, staff_id)`,
  result_signatures: `
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    room_id ${ulid} NOT NULL,
    role varchar(20) ${ascii} NOT NULL,
    staff_id ${ulid} NOT NULL,
    digest ${sha256} NOT NULL,
    at bigint unsigned NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_result_signatures__room_id_role (room_id, role)`,
  result_releases: `
    exam_id ${ulid} NOT NULL,
    staff_id ${ulid} NOT NULL,
    digest ${sha256} NOT NULL,
    at bigint unsigned NOT NULL,
    PRIMARY KEY (exam_id)`,
};

export class TheResults implements MigrationInterface {
  readonly name = 'TheResults1764120000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables))
      await runner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
