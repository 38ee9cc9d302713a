import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ulid } from './columns';
import { Room } from './room';
import { Staff } from './staff';

/** A member of staff belongs to a room. */
@Entity('staff_rooms')
export class StaffRoom {
  @PrimaryColumn(ulid)
  staffId!: string;

  @ManyToOne(() => Staff, (staff) => staff.rooms)
  @JoinColumn()
  staff?: Relation<Staff>;

  @Index()
  @PrimaryColumn(ulid)
  roomId!: string;

  @ManyToOne(() => Room)
  @JoinColumn()
  room?: Relation<Room>;
}
