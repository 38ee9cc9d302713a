/**
 * What: the record of sittings and rooms, and what lies beside it: identity cases, stored files, messages, scores, logs.
 * Why: histories of workflows end with their retention; the legal record does not. It refers to sittings without
 * foreign keys, so that it can be kept, restored and rebuilt apart from the roster.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const sha256 = `char(64) ${ascii}`;
const code = (length: number) => `varchar(${length}) ${ascii}`;
const epochMs = 'bigint unsigned';

const tables = [
  `CREATE TABLE exam_events (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    sitting_id ${ulid} NOT NULL,
    revision int unsigned NOT NULL,
    ordinal int unsigned NOT NULL,
    kind ${code(60)} NOT NULL,
    at ${epochMs} NOT NULL,
    by_whom ${code(40)} NOT NULL,
    step_id ${code(40)} NULL,
    command_id ${code(80)} NULL,
    details json NOT NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX ix_exam_events__sitting_id_command_id (sitting_id, command_id),
    UNIQUE INDEX ix_exam_events__sitting_id_revision_ordinal (sitting_id, revision, ordinal)
  ) ENGINE=InnoDB`,
  `CREATE TABLE recorded_changes (
    sitting_id ${ulid} NOT NULL,
    revision int unsigned NOT NULL,
    recorded_at ${epochMs} NOT NULL,
    command_id ${code(80)} NULL,
    answer longtext NULL,
    PRIMARY KEY (sitting_id, revision),
    UNIQUE INDEX ix_recorded_changes__sitting_id_command_id (sitting_id, command_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE room_orders (
    room_id ${ulid} NOT NULL,
    seq int unsigned NOT NULL,
    to_sitting ${ulid} NULL,
    kind ${code(20)} NOT NULL,
    effective_at ${epochMs} NOT NULL,
    by_whom ${code(40)} NOT NULL,
    body json NOT NULL,
    PRIMARY KEY (room_id, seq)
  ) ENGINE=InnoDB`,
  `CREATE TABLE order_deliveries (
    room_id ${ulid} NOT NULL,
    seq int unsigned NOT NULL,
    sitting_id ${ulid} NOT NULL,
    at ${epochMs} NOT NULL,
    outcome ${code(10)} NOT NULL,
    PRIMARY KEY (room_id, seq, sitting_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE identity_cases (
    case_id ${code(80)} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    room_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    reason ${code(40)} NOT NULL,
    decided_by_role ${code(20)} NOT NULL,
    phase ${code(20)} NOT NULL,
    verdict ${code(20)} NULL,
    first_by ${code(40)} NULL,
    decided_by ${code(40)} NULL,
    opened_at ${epochMs} NOT NULL,
    decided_at ${epochMs} NULL,
    note varchar(1000) NULL,
    card_key ${code(80)} NULL,
    stills json NOT NULL,
    PRIMARY KEY (case_id),
    INDEX ix_identity_cases__room_id_phase (room_id, phase),
    INDEX ix_identity_cases__sitting_id (sitting_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE stored_objects (
    \`key\` ${code(80)} NOT NULL,
    kind ${code(20)} NOT NULL,
    sitting_id ${ulid} NULL,
    media_type ${code(60)} NOT NULL,
    bytes int unsigned NOT NULL,
    digest ${sha256} NOT NULL,
    created_at ${epochMs} NOT NULL,
    deleted_at ${epochMs} NULL,
    PRIMARY KEY (\`key\`),
    INDEX ix_stored_objects__sitting_id (sitting_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE messages (
    id ${ulid} NOT NULL,
    room_id ${ulid} NOT NULL,
    sitting_id ${ulid} NULL,
    audience ${code(10)} NOT NULL,
    author_kind ${code(10)} NOT NULL,
    author_id ${ulid} NOT NULL,
    author_role ${code(20)} NULL,
    author_name varchar(80) NOT NULL,
    text text NOT NULL,
    at ${epochMs} NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_messages__room_id_at (room_id, at),
    INDEX ix_messages__sitting_id_at (sitting_id, at)
  ) ENGINE=InnoDB`,
  `CREATE TABLE scores (
    sitting_id ${ulid} NOT NULL,
    staff_id ${ulid} NOT NULL,
    points json NOT NULL,
    note text NOT NULL,
    saved_at ${epochMs} NOT NULL,
    sealed_at ${epochMs} NULL,
    PRIMARY KEY (sitting_id, staff_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE audit_log (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    at ${epochMs} NOT NULL,
    by_whom ${code(40)} NOT NULL,
    action ${code(60)} NOT NULL,
    subject ${code(80)} NOT NULL,
    details json NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_audit_log__subject_at (subject, at)
  ) ENGINE=InnoDB`,
  `CREATE TABLE device_log (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    at ${epochMs} NOT NULL,
    sitting_id ${ulid} NULL,
    staff_id ${ulid} NULL,
    position tinyint unsigned NULL,
    topic ${code(20)} NOT NULL,
    step varchar(60) NOT NULL,
    outcome varchar(200) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_device_log__sitting_id_at (sitting_id, at)
  ) ENGINE=InnoDB`,
  `CREATE TABLE process_heartbeats (
    source ${code(60)} NOT NULL,
    at ${epochMs} NOT NULL,
    PRIMARY KEY (source, at),
    INDEX ix_process_heartbeats__at (at)
  ) ENGINE=InnoDB`,
];

export class TheRecord implements MigrationInterface {
  readonly name = 'TheRecord1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'process_heartbeats',
      'device_log',
      'audit_log',
      'scores',
      'messages',
      'stored_objects',
      'identity_cases',
      'order_deliveries',
      'room_orders',
      'recorded_changes',
      'exam_events',
    ]) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
