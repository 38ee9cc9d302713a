import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, count, epochMs, maybeEpochMs, maybeUlid, sha256 } from './columns';

export type StoredKind =
  'still' | 'card' | 'photo' | 'question' | 'paper' | 'paper-image' | 'sheet' | 'watch-still';

/** What storage holds under an opaque key: whose it is and what it is, so that an address can be judged. */
@Entity('stored_objects')
export class StoredObject {
  @PrimaryColumn(code(80))
  key!: string;

  @Column(code(20))
  kind!: StoredKind;

  /** Null for what belongs to no single sitting. */
  @Index()
  @Column(maybeUlid)
  sittingId!: string | null;

  @Column(code(60))
  mediaType!: string;

  @Column(count)
  bytes!: number;

  /** SHA-256 (hex) of the content before encryption. */
  @Column(sha256)
  digest!: string;

  @Column(epochMs)
  createdAt!: number;

  @Column(maybeEpochMs)
  deletedAt!: number | null;
}
