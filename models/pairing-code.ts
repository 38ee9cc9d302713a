import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { epochMs, maybeEpochMs, sha256, ulid } from './columns';

/** An offer to a second device. Looking at it spends nothing; `spentAt` is set once, by condition. */
@Entity('pairing_codes')
export class PairingCode {
  @PrimaryColumn(sha256)
  tokenHash!: string;

  /** Not unique: six figures repeat over the days; only offers that are still valid count. */
  @Index()
  @Column(sha256)
  shortCodeHash!: string;

  @Index()
  @Column(ulid)
  sittingId!: string;

  @Column(epochMs)
  createdAt!: number;

  @Column(epochMs)
  expiresAt!: number;

  @Column(maybeEpochMs)
  spentAt!: number | null;
}
