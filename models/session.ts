import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, epochMs, maybeEpochMs, sha256, ulid } from './columns';

/** A signed-in browser. Only the hash of its cookie is kept, so a stolen copy of this table opens nothing. */
@Entity('sessions')
@Index(['kind', 'subjectId'])
@Index(['expiresAt'])
export class Session {
  @PrimaryColumn(sha256)
  tokenHash!: string;

  @Column(code(10))
  kind!: 'candidate' | 'staff';

  /** The sitting of a candidate's device, or the member of staff. */
  @Column(ulid)
  subjectId!: string;

  /** 1 or 2 for a candidate's device. */
  @Column({ type: 'tinyint', unsigned: true, nullable: true })
  position!: 1 | 2 | null;

  @Column(epochMs)
  createdAt!: number;

  @Column(epochMs)
  expiresAt!: number;

  @Column(maybeEpochMs)
  revokedAt!: number | null;
}
