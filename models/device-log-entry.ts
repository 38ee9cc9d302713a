import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { code, epochMs, maybeUlid, rowNumber, words } from './columns';

/** What a page said of its cameras, its video and its own faults: kept for support. */
@Entity('device_log')
@Index(['sittingId', 'at'])
export class DeviceLogEntry {
  @PrimaryGeneratedColumn(rowNumber)
  id!: number;

  @Column(epochMs)
  at!: number;

  @Column(maybeUlid)
  sittingId!: string | null;

  @Column(maybeUlid)
  staffId!: string | null;

  @Column({ type: 'tinyint', unsigned: true, nullable: true })
  position!: 1 | 2 | null;

  @Column(code(20))
  topic!: 'video' | 'camera' | 'page';

  @Column(words(60))
  step!: string;

  @Column(words(200))
  outcome!: string;
}
