/**
 * What: papers and who draws which; answers on screen with their revisions; photographed sheets and their sets; and on
 * `sittings` until when a paper may be written.
 * Why: autosaves and uploads go straight into the database, and one statement judges them by what is projected here.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const sha256 = `char(64) ${ascii}`;
const code = (length: number) => `varchar(${length}) ${ascii}`;
const epochMs = 'bigint unsigned';
const count = 'int unsigned';

const tables = {
  papers: `
    id ${ulid} NOT NULL,
    exam_id ${ulid} NOT NULL,
    title json NOT NULL,
    form ${code(10)} NOT NULL,
    pages ${count} NULL,
    questions ${count} NULL,
    points double NULL,
    bytes ${count} NOT NULL,
    digest ${sha256} NOT NULL,
    source_key ${code(80)} NOT NULL,
    content_key ${code(80)} NOT NULL,
    secret_key ${code(80)} NULL,
    mark json NULL,
    created_at ${epochMs} NOT NULL,
    created_by ${code(40)} NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_papers__exam_id (exam_id)`,
  exam_papers: `
    exam_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    paper_id ${ulid} NOT NULL,
    ordinal ${count} NOT NULL,
    PRIMARY KEY (exam_id, step_id, paper_id),
    INDEX ix_exam_papers__paper_id (paper_id)`,
  paper_images: `
    exam_id ${ulid} NOT NULL,
    name ${code(100)} NOT NULL,
    object_key ${code(80)} NOT NULL,
    width ${count} NOT NULL,
    height ${count} NOT NULL,
    created_at ${epochMs} NOT NULL,
    PRIMARY KEY (exam_id, name)`,
  paper_draws: `
    sitting_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    exam_id ${ulid} NOT NULL,
    paper_id ${ulid} NOT NULL,
    seed ${sha256} NOT NULL,
    choices ${count} NOT NULL,
    drawn_at ${epochMs} NOT NULL,
    PRIMARY KEY (sitting_id, step_id),
    INDEX ix_paper_draws__exam_id_step_id (exam_id, step_id)`,
  answer_sheets: `
    sitting_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    revision ${count} NOT NULL,
    answers json NOT NULL,
    saved_at ${epochMs} NULL,
    save_id ${ulid} NULL,
    sealed_at ${epochMs} NULL,
    sealed_revision ${count} NULL,
    sealed_digest ${sha256} NULL,
    PRIMARY KEY (sitting_id, step_id)`,
  answer_revisions: `
    sitting_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    revision ${count} NOT NULL,
    why ${code(10)} NOT NULL,
    answers json NOT NULL,
    saved_at ${epochMs} NOT NULL,
    PRIMARY KEY (sitting_id, step_id, revision, why)`,
  sheets: `
    id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    digest ${sha256} NOT NULL,
    bytes ${count} NOT NULL,
    media_type ${code(60)} NOT NULL,
    state ${code(10)} NOT NULL,
    arrived ${count} NOT NULL,
    refusal ${code(30)} NULL,
    object_key ${code(80)} NULL,
    width ${count} NULL,
    height ${count} NULL,
    created_at ${epochMs} NOT NULL,
    received_at ${epochMs} NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX ix_sheets__sitting_id_step_id_digest (sitting_id, step_id, digest)`,
  sheet_parts: `
    sheet_id ${ulid} NOT NULL,
    from_byte ${count} NOT NULL,
    bytes ${count} NOT NULL,
    object_key ${code(80)} NOT NULL,
    PRIMARY KEY (sheet_id, from_byte)`,
  sheet_sets: `
    id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    step_id ${code(40)} NOT NULL,
    version ${count} NOT NULL,
    digest ${sha256} NOT NULL,
    sheets json NOT NULL,
    sealed_at ${epochMs} NOT NULL,
    received_at ${epochMs} NULL,
    made_by ${code(20)} NOT NULL,
    PRIMARY KEY (id),
    UNIQUE INDEX ix_sheet_sets__sitting_id_step_id_version (sitting_id, step_id, version)`,
};

export class TheWrittenExam implements MigrationInterface {
  readonly name = 'TheWrittenExam1764090000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables))
      await runner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB`);
    await runner.query(`ALTER TABLE sittings
      ADD COLUMN paper_step ${code(40)} NULL,
      ADD COLUMN paper_opens ${epochMs} NULL,
      ADD COLUMN paper_since ${epochMs} NULL,
      ADD COLUMN paper_until ${epochMs} NULL,
      ADD COLUMN room_seq ${count} NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sittings
      DROP COLUMN paper_step, DROP COLUMN paper_opens, DROP COLUMN paper_since, DROP COLUMN paper_until,
      DROP COLUMN room_seq`);
    for (const name of Object.keys(tables).reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
