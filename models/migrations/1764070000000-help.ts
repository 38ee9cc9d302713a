/**
 * What: calls for help, and what is written in them.
 * Why: support works by a list of calls with the report of the device, apart from the messages of a room.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const epochMs = 'bigint unsigned';

const tables = [
  `CREATE TABLE help_calls (
    id ${ulid} NOT NULL,
    exam_id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    open_of ${ulid} NULL,
    opened_at ${epochMs} NOT NULL,
    report json NOT NULL,
    reported_at ${epochMs} NOT NULL,
    taken_by ${ulid} NULL,
    taken_at ${epochMs} NULL,
    closed_at ${epochMs} NULL,
    closed_by ${ulid} NULL,
    note varchar(1000) NULL,
    PRIMARY KEY (id),
    INDEX ix_help_calls__exam_id_closed_at (exam_id, closed_at),
    INDEX ix_help_calls__sitting_id_opened_at (sitting_id, opened_at),
    UNIQUE INDEX ix_help_calls__open_of (open_of)
  ) ENGINE=InnoDB`,
  `CREATE TABLE help_messages (
    id ${ulid} NOT NULL,
    call_id ${ulid} NOT NULL,
    staff_id ${ulid} NULL,
    author_name varchar(80) NOT NULL,
    text text NOT NULL,
    at ${epochMs} NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_help_messages__call_id_at (call_id, at)
  ) ENGINE=InnoDB`,
];

export class Help implements MigrationInterface {
  readonly name = 'Help1764070000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE help_messages');
    await runner.query('DROP TABLE help_calls');
  }
}
