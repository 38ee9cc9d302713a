/**
 * What: exams with their flows, rooms, rosters and staff, and who is signed in on which device.
 * Why: everything else refers to a sitting, whose row stands from the day the roster is made.
 * Ids are ULIDs and codes are ASCII compared byte by byte; moments are epoch-ms.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const sha256 = `char(64) ${ascii}`;
const code = (length: number) => `varchar(${length}) ${ascii}`;
const epochMs = 'bigint unsigned';
const foreign = (table: string, column: string, other: string) =>
  `CONSTRAINT fk_${table}__${column} FOREIGN KEY (${column}) REFERENCES ${other} (id)
    ON DELETE NO ACTION ON UPDATE NO ACTION`;

const tables = [
  `CREATE TABLE flows (
    id ${ulid} NOT NULL,
    \`key\` ${code(60)} NOT NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX ix_flows__key (\`key\`)
  ) ENGINE=InnoDB`,
  `CREATE TABLE flow_versions (
    id ${ulid} NOT NULL,
    flow_id ${ulid} NOT NULL,
    number int unsigned NOT NULL,
    yaml mediumtext NOT NULL,
    document json NOT NULL,
    digest ${sha256} NOT NULL,
    published_at ${epochMs} NOT NULL,
    published_by ${code(40)} NOT NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX ix_flow_versions__flow_id_number (flow_id, number),
    ${foreign('flow_versions', 'flow_id', 'flows')}
  ) ENGINE=InnoDB`,
  `CREATE TABLE exams (
    id ${ulid} NOT NULL,
    code varchar(40) NOT NULL,
    title json NOT NULL,
    institution json NOT NULL,
    backup_text json NOT NULL,
    phone varchar(40) NOT NULL,
    flow_version_id ${ulid} NULL,
    opens_at ${epochMs} NOT NULL,
    entry_closes_at ${epochMs} NOT NULL,
    closes_at ${epochMs} NOT NULL,
    video_provider ${code(10)} NOT NULL DEFAULT 'direct',
    PRIMARY KEY (id),
    UNIQUE INDEX ix_exams__code (code),
    ${foreign('exams', 'flow_version_id', 'flow_versions')}
  ) ENGINE=InnoDB`,
  `CREATE TABLE rooms (
    id ${ulid} NOT NULL,
    exam_id ${ulid} NOT NULL,
    name json NOT NULL,
    view json NULL,
    revision int unsigned NOT NULL DEFAULT 0,
    last_seq int unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    INDEX ix_rooms__exam_id (exam_id),
    ${foreign('rooms', 'exam_id', 'exams')}
  ) ENGINE=InnoDB`,
  `CREATE TABLE candidates (
    id ${ulid} NOT NULL,
    exam_id ${ulid} NOT NULL,
    room_id ${ulid} NOT NULL,
    ticket varchar(40) NOT NULL,
    name varchar(80) NOT NULL,
    id_number_masked varchar(40) NULL,
    phone varchar(40) NULL,
    passcode_hash varchar(200) NOT NULL,
    link_hash ${sha256} NULL,
    photo_key ${code(80)} NULL,
    extra_minutes int unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    INDEX ix_candidates__room_id (room_id),
    UNIQUE INDEX ix_candidates__exam_id_ticket (exam_id, ticket),
    UNIQUE INDEX ix_candidates__link_hash (link_hash),
    ${foreign('candidates', 'exam_id', 'exams')},
    ${foreign('candidates', 'room_id', 'rooms')}
  ) ENGINE=InnoDB`,
  `CREATE TABLE sittings (
    id ${ulid} NOT NULL,
    exam_id ${ulid} NOT NULL,
    room_id ${ulid} NOT NULL,
    candidate_id ${ulid} NOT NULL,
    flow_version_id ${ulid} NULL,
    started_at ${epochMs} NULL,
    ended_at ${epochMs} NULL,
    revision int unsigned NOT NULL DEFAULT 0,
    staff_view json NULL,
    step_kind ${code(20)} NULL,
    step_phase ${code(20)} NULL,
    step_since ${epochMs} NULL,
    queue_key ${code(80)} NULL,
    identity_status ${code(10)} NOT NULL DEFAULT 'not-yet',
    PRIMARY KEY (id),
    INDEX ix_sittings__exam_id (exam_id),
    INDEX ix_sittings__room_id_queue_key (room_id, queue_key),
    INDEX ix_sittings__room_id_revision (room_id, revision),
    INDEX ix_sittings__step_kind_step_phase_step_since (step_kind, step_phase, step_since),
    UNIQUE INDEX uq_sittings__candidate_id (candidate_id),
    ${foreign('sittings', 'exam_id', 'exams')},
    ${foreign('sittings', 'room_id', 'rooms')},
    ${foreign('sittings', 'candidate_id', 'candidates')},
    ${foreign('sittings', 'flow_version_id', 'flow_versions')}
  ) ENGINE=InnoDB`,
  `CREATE TABLE staff (
    id ${ulid} NOT NULL,
    exam_id ${ulid} NULL,
    login varchar(80) NOT NULL,
    name varchar(80) NOT NULL,
    password_hash varchar(200) NOT NULL,
    role ${code(20)} NOT NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX ix_staff__login (login),
    ${foreign('staff', 'exam_id', 'exams')}
  ) ENGINE=InnoDB`,
  `CREATE TABLE staff_rooms (
    staff_id ${ulid} NOT NULL,
    room_id ${ulid} NOT NULL,
    PRIMARY KEY (staff_id, room_id),
    INDEX ix_staff_rooms__room_id (room_id),
    ${foreign('staff_rooms', 'staff_id', 'staff')},
    ${foreign('staff_rooms', 'room_id', 'rooms')}
  ) ENGINE=InnoDB`,
  `CREATE TABLE sessions (
    token_hash ${sha256} NOT NULL,
    kind ${code(10)} NOT NULL,
    subject_id ${ulid} NOT NULL,
    position tinyint unsigned NULL,
    created_at ${epochMs} NOT NULL,
    expires_at ${epochMs} NOT NULL,
    revoked_at ${epochMs} NULL,
    PRIMARY KEY (token_hash),
    INDEX ix_sessions__expires_at (expires_at),
    INDEX ix_sessions__kind_subject_id (kind, subject_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE positions (
    sitting_id ${ulid} NOT NULL,
    position tinyint unsigned NOT NULL,
    epoch int unsigned NOT NULL,
    device_id ${ulid} NOT NULL,
    claimed_at ${epochMs} NOT NULL,
    last_seen_at ${epochMs} NOT NULL,
    PRIMARY KEY (sitting_id, position)
  ) ENGINE=InnoDB`,
  `CREATE TABLE pairing_codes (
    token_hash ${sha256} NOT NULL,
    short_code_hash ${sha256} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    created_at ${epochMs} NOT NULL,
    expires_at ${epochMs} NOT NULL,
    spent_at ${epochMs} NULL,
    PRIMARY KEY (token_hash),
    INDEX ix_pairing_codes__short_code_hash (short_code_hash),
    INDEX ix_pairing_codes__sitting_id (sitting_id)
  ) ENGINE=InnoDB`,
];

export class TheHall implements MigrationInterface {
  readonly name = 'TheHall1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'pairing_codes',
      'positions',
      'sessions',
      'staff_rooms',
      'staff',
      'sittings',
      'candidates',
      'rooms',
      'exams',
      'flow_versions',
      'flows',
    ]) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
