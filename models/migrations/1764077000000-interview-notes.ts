/**
 * What: the lines of the interview record.
 * Why: the secretary writes down by the clock what was asked and answered; it belongs to the exam's papers.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;

export class InterviewNotes implements MigrationInterface {
  readonly name = 'InterviewNotes1764077000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE interview_notes (
      id ${ulid} NOT NULL,
      sitting_id ${ulid} NOT NULL,
      staff_id ${ulid} NOT NULL,
      author_name varchar(80) NOT NULL,
      at bigint unsigned NOT NULL,
      text text NOT NULL,
      PRIMARY KEY (id),
      INDEX ix_interview_notes__sitting_id_at (sitting_id, at)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE interview_notes');
  }
}
