/**
 * What: rehearsals with what was found, the parts of their recordings, and which exam is only the stage of one.
 * Why: the exam office sees the day before who will not get through, and why.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const code = (length: number) => `varchar(${length}) ${ascii}`;
const epochMs = 'bigint unsigned';

const changes = [
  `CREATE TABLE rehearsals (
    id ${ulid} NOT NULL,
    exam_id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    played_by ${ulid} NOT NULL,
    played_in ${ulid} NOT NULL,
    began_at ${epochMs} NOT NULL,
    finished_at ${epochMs} NULL,
    outcome ${code(10)} NULL,
    reasons json NULL,
    first_report json NULL,
    second_report json NULL,
    trial_number int unsigned NOT NULL DEFAULT '0',
    trial_began_at ${epochMs} NULL,
    first_take json NULL,
    second_take json NULL,
    PRIMARY KEY (id),
    INDEX ix_rehearsals__exam_id_began_at (exam_id, began_at),
    INDEX ix_rehearsals__sitting_id_began_at (sitting_id, began_at),
    UNIQUE INDEX ix_rehearsals__played_by (played_by)
  ) ENGINE=InnoDB`,
  `CREATE TABLE rehearsal_parts (
    rehearsal_id ${ulid} NOT NULL,
    trial_number int unsigned NOT NULL,
    position tinyint unsigned NOT NULL,
    part int unsigned NOT NULL,
    object_key ${code(80)} NOT NULL,
    bytes int unsigned NOT NULL,
    digest char(64) ${ascii} NOT NULL,
    at ${epochMs} NOT NULL,
    PRIMARY KEY (rehearsal_id, trial_number, position, part)
  ) ENGINE=InnoDB`,
  `ALTER TABLE exams ADD COLUMN rehearsal_of ${ulid} NULL`,
  'CREATE INDEX ix_exams__rehearsal_of ON exams (rehearsal_of)',
];

export class Rehearsals implements MigrationInterface {
  readonly name = 'Rehearsals1764075000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const change of changes) await runner.query(change);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE exams DROP INDEX ix_exams__rehearsal_of');
    await runner.query('ALTER TABLE exams DROP COLUMN rehearsal_of');
    await runner.query('DROP TABLE rehearsal_parts');
    await runner.query('DROP TABLE rehearsals');
  }
}
