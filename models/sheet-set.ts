import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { code, count, epochMs, json, maybeEpochMs, sha256, ulid } from './columns';

export interface SheetOfSet {
  readonly digest: string;
  /** Degrees to turn it clockwise when shown. */
  readonly turn: 0 | 90 | 180 | 270;
}

/** Sheets in their order, confirmed by the candidate or collected by the server. No set is ever changed or removed. */
@Entity('sheet_sets')
@Unique(['sittingId', 'stepId', 'version'])
export class SheetSet {
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  sittingId!: string;

  @Column(code(40))
  stepId!: string;

  @Column(count)
  version!: number;

  /** SHA-256 (hex) over the digests and turns of its sheets in their order. */
  @Column(sha256)
  digest!: string;

  @Column(json)
  sheets!: readonly SheetOfSet[];

  @Column(epochMs)
  sealedAt!: number;

  /** When the last of its bytes was there and readable; a set without it does not count. */
  @Column(maybeEpochMs)
  receivedAt!: number | null;

  @Column(code(20))
  madeBy!: 'by-candidate' | 'by-server';
}
