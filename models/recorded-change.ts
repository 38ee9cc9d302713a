import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { count, epochMs, maybeCode, ulid } from './columns';

/**
 * One accepted change of a sitting: revision r stands here only where r-1 does. With the answer that its command
 * got, for repeats after the workflow is gone.
 */
@Entity('recorded_changes')
@Unique(['sittingId', 'commandId'])
export class RecordedChangeRow {
  @PrimaryColumn(ulid)
  sittingId!: string;

  @PrimaryColumn(count)
  revision!: number;

  @Column(epochMs)
  recordedAt!: number;

  @Column(maybeCode(80))
  commandId!: string | null;

  /** A `CommandAnswer` as JSON text, as it was sent. */
  @Column({ type: 'longtext', nullable: true })
  answer!: string | null;
}
