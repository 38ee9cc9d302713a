import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { epochMs, maybeUlid, ulid, words } from './columns';

/** Something written in a call for help: between one candidate and support, apart from the room's messages. */
@Entity('help_messages')
@Index(['callId', 'at'])
export class HelpMessage {
  /** Made by the browser, so that a repeat is the same message. */
  @PrimaryColumn(ulid)
  id!: string;

  @Column(ulid)
  callId!: string;

  /** Null: written by the candidate. */
  @Column(maybeUlid)
  staffId!: string | null;

  @Column(words(80))
  authorName!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column(epochMs)
  at!: number;
}
