import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, ulid } from './columns';

/** Bytes of a slice under way, encrypted in storage; gone once the slice is whole. */
@Entity('take_slice_parts')
export class TakeSlicePart {
  @PrimaryColumn(ulid)
  sliceId!: string;

  @PrimaryColumn({ ...count, name: 'from_byte' })
  offset!: number;

  @Column(count)
  bytes!: number;

  @Column({ ...code(80), name: 'object_key' })
  key!: string;
}
