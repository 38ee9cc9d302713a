import { Entity, Index, PrimaryColumn } from 'typeorm';
import { code, epochMs } from './columns';

/** A sign of life of one api or worker, a row every 5 s: a gap between two is an outage of ours, with a witness. */
@Entity('process_heartbeats')
@Index(['at'])
export class ProcessHeartbeat {
  /** `<api|worker>:<ULID made at start>`. */
  @PrimaryColumn(code(60))
  source!: string;

  @PrimaryColumn(epochMs)
  at!: number;
}
