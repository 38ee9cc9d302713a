/**
 * What: stills of watched exams, the candidate's comment on the facts, and incidents that staff write down.
 * Why: an exam that runs elsewhere is watched by pictures in an order of time, and judged by people.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;

export class TheWatchedExam implements MigrationInterface {
  readonly name = 'TheWatchedExam1764140000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE watch_stills (
      id ${ulid} NOT NULL,
      sitting_id ${ulid} NOT NULL,
      source varchar(10) ${ascii} NOT NULL,
      at bigint unsigned NOT NULL,
      object_key varchar(80) ${ascii} NOT NULL,
      PRIMARY KEY (id),
      INDEX ix_watch_stills__sitting_id_source_at (sitting_id, source, at)
    ) ENGINE=InnoDB`);
    await runner.query(`CREATE TABLE fact_comments (
      sitting_id ${ulid} NOT NULL,
      at bigint unsigned NOT NULL,
      text text NOT NULL,
      PRIMARY KEY (sitting_id)
    ) ENGINE=InnoDB`);
    await runner.query(`CREATE TABLE incidents (
      id ${ulid} NOT NULL,
      sitting_id ${ulid} NOT NULL,
      staff_id ${ulid} NOT NULL,
      author_name varchar(80) NOT NULL,
      kind varchar(20) ${ascii} NOT NULL,
      at bigint unsigned NOT NULL,
      text text NOT NULL,
      PRIMARY KEY (id),
      INDEX ix_incidents__sitting_id_at (sitting_id, at)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE incidents');
    await runner.query('DROP TABLE fact_comments');
    await runner.query('DROP TABLE watch_stills');
  }
}
