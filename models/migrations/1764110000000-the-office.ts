/**
 * What: the state, time zone, notices and retention of an exam, accounts that are switched off, when passcodes were
 * handed out, and zip files of registered photos with what was found in them.
 * Why: the exam office sets an exam up from nothing. Exams that are there already are open.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const code = (length: number) => `varchar(${length}) ${ascii}`;
const epochMs = 'bigint unsigned';

const changes = [
  `ALTER TABLE exams
    ADD COLUMN state ${code(10)} NOT NULL DEFAULT 'open',
    ADD COLUMN time_zone ${code(60)} NOT NULL DEFAULT 'Asia/Shanghai',
    ADD COLUMN notices json NULL,
    ADD COLUMN retention_days int unsigned NOT NULL DEFAULT '180'`,
  `ALTER TABLE staff ADD COLUMN disabled_at ${epochMs} NULL`,
  `ALTER TABLE candidates ADD COLUMN passcode_issued_at ${epochMs} NULL`,
  `CREATE TABLE photo_batches (
    id ${ulid} NOT NULL,
    exam_id ${ulid} NOT NULL,
    file_name varchar(200) NOT NULL,
    object_key ${code(80)} NOT NULL,
    phase ${code(10)} NOT NULL,
    total int unsigned NOT NULL DEFAULT '0',
    looked_at int unsigned NOT NULL DEFAULT '0',
    taken int unsigned NOT NULL DEFAULT '0',
    faults json NOT NULL,
    created_at ${epochMs} NOT NULL,
    created_by ${code(40)} NOT NULL,
    claimed_until ${epochMs} NOT NULL DEFAULT '0',
    finished_at ${epochMs} NULL,
    PRIMARY KEY (id),
    INDEX ix_photo_batches__exam_id_created_at (exam_id, created_at),
    INDEX ix_photo_batches__phase_claimed_until (phase, claimed_until)
  ) ENGINE=InnoDB`,
];

export class TheOffice implements MigrationInterface {
  readonly name = 'TheOffice1764110000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const change of changes) await runner.query(change);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE photo_batches');
    await runner.query('ALTER TABLE candidates DROP COLUMN passcode_issued_at');
    await runner.query('ALTER TABLE staff DROP COLUMN disabled_at');
    await runner.query(
      'ALTER TABLE exams DROP COLUMN state, DROP COLUMN time_zone, DROP COLUMN notices, DROP COLUMN retention_days',
    );
  }
}
