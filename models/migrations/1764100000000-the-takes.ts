/**
 * What: takes of the video-upload exam with their segments and slices, and the seekable file that is joined of each
 * position.
 * Why: slices go straight into storage and the database while a take is recorded; what of it counts is sealed here.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const sha256 = `char(64) ${ascii}`;
const code = (length: number) => `varchar(${length}) ${ascii}`;
const epochMs = 'bigint unsigned';
const count = 'int unsigned';

const tables = {
  takes: `
    id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    question ${code(40)} NOT NULL,
    ordinal ${count} NOT NULL,
    ledger json NOT NULL,
    created_at ${epochMs} NOT NULL,
    sealed_at ${epochMs} NULL,
    sealed_digest ${sha256} NULL,
    sealed_slices json NULL,
    sealed_by ${code(10)} NULL,
    PRIMARY KEY (id),
    INDEX ix_takes__sitting_id_step_id (sitting_id, step_id)`,
  take_segments: `
    take_id ${ulid} NOT NULL,
    position tinyint unsigned NOT NULL,
    segment ${count} NOT NULL,
    span ${count} NOT NULL,
    media_type ${code(60)} NOT NULL,
    epoch ${count} NOT NULL,
    declared json NULL,
    created_at ${epochMs} NOT NULL,
    PRIMARY KEY (take_id, position, segment)`,
  take_slices: `
    id ${ulid} NOT NULL,
    take_id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    position tinyint unsigned NOT NULL,
    segment ${count} NOT NULL,
    seq ${count} NOT NULL,
    from_ms ${count} NOT NULL,
    to_ms ${count} NOT NULL,
    digest ${sha256} NOT NULL,
    bytes ${count} NOT NULL,
    state ${code(10)} NOT NULL,
    arrived ${count} NOT NULL,
    object_key ${code(80)} NULL,
    created_at ${epochMs} NOT NULL,
    received_at ${epochMs} NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX ix_take_slices__take_id_position_segment_seq (take_id, position, segment, seq),
    INDEX ix_take_slices__sitting_id (sitting_id)`,
  take_slice_parts: `
    slice_id ${ulid} NOT NULL,
    from_byte ${count} NOT NULL,
    bytes ${count} NOT NULL,
    object_key ${code(80)} NOT NULL,
    PRIMARY KEY (slice_id, from_byte)`,
  take_files: `
    take_id ${ulid} NOT NULL,
    position tinyint unsigned NOT NULL,
    state ${code(10)} NOT NULL,
    wish ${count} NOT NULL,
    attempts ${count} NOT NULL,
    due_at ${epochMs} NOT NULL,
    failure ${code(40)} NULL,
    pieces json NOT NULL,
    poster_key ${code(80)} NULL,
    media_type ${code(60)} NULL,
    duration_ms ${count} NULL,
    width ${count} NULL,
    height ${count} NULL,
    sound ${code(10)} NULL,
    timeline json NULL,
    joined_at ${epochMs} NULL,
    PRIMARY KEY (take_id, position),
    INDEX ix_take_files__state_due_at (state, due_at)`,
};

export class TheTakes implements MigrationInterface {
  readonly name = 'TheTakes1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables))
      await runner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
