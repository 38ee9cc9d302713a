import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { LocalText } from '#protocol/text.schema';
import type { RoomView } from '#protocol/views.schema';
import { count, json, maybeJson, ulid } from './columns';
import { Exam } from './exam';

/** A room of an exam, with the projection of its workflow. */
@Entity('rooms')
export class Room {
  @PrimaryColumn(ulid)
  id!: string;

  @Index()
  @Column(ulid)
  examId!: string;

  @ManyToOne(() => Exam)
  @JoinColumn()
  exam?: Relation<Exam>;

  @Column(json)
  name!: LocalText;

  /** Null until the room's workflow recorded something. */
  @Column(maybeJson)
  view!: RoomView | null;

  /** Guards every write of `view`. */
  @Column({ ...count, default: 0 })
  revision!: number;

  /** Number of the newest order. */
  @Column({ ...count, default: 0 })
  lastSeq!: number;
}
