import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '#protocol/policies';
import { code, epochMs, maybeCode, maybeUlid, ulid, words } from './columns';

/** Something written in a room. It changes no exam, so it never passes through a workflow. */
@Entity('messages')
@Index(['roomId', 'at'])
@Index(['sittingId', 'at'])
export class Message {
  /** Made by the browser, so that a repeat is the same message. */
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  roomId!: string;

  /** The candidate concerned; null for announcements and the panel. */
  @Column(maybeUlid)
  sittingId!: string | null;

  @Column(code(10))
  audience!: 'candidate' | 'room' | 'panel';

  @Column(code(10))
  authorKind!: 'candidate' | 'staff';

  /** A sitting, or a member of staff. */
  @Column(ulid)
  authorId!: string;

  @Column(maybeCode(20))
  authorRole!: StaffRole | null;

  @Column(words(80))
  authorName!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column(epochMs)
  at!: number;
}
