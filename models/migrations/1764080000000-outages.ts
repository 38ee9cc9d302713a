/**
 * What: outages of ours as the heartbeats prove them, and silence of candidates' devices as it was measured.
 * Why: time that an outage took is given back, ours by itself and a candidate's by staff, who see what was measured.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';
const ulid = `char(26) ${ascii}`;
const epochMs = 'bigint unsigned';

const tables = [
  `CREATE TABLE our_outages (
    id ${ulid} NOT NULL,
    from_at ${epochMs} NOT NULL,
    to_at ${epochMs} NOT NULL,
    noticed_at ${epochMs} NOT NULL,
    booked_at ${epochMs} NULL,
    PRIMARY KEY (id),
    INDEX ix_our_outages__booked_at (booked_at),
    UNIQUE INDEX ix_our_outages__from_at (from_at)
  ) ENGINE=InnoDB`,
  `CREATE TABLE measured_outages (
    id ${ulid} NOT NULL,
    sitting_id ${ulid} NOT NULL,
    room_id ${ulid} NOT NULL,
    position tinyint unsigned NOT NULL,
    last_seen_at ${epochMs} NOT NULL,
    began varchar(10) ${ascii} NOT NULL,
    from_at ${epochMs} NOT NULL,
    to_at ${epochMs} NULL,
    PRIMARY KEY (id),
    INDEX ix_measured_outages__room_id (room_id),
    UNIQUE INDEX ix_measured_outages__sitting_id_position_last_seen_at (sitting_id, position, last_seen_at)
  ) ENGINE=InnoDB`,
];

export class Outages implements MigrationInterface {
  readonly name = 'Outages1764080000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE measured_outages');
    await runner.query('DROP TABLE our_outages');
  }
}
