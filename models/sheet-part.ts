import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, ulid } from './columns';

/** Bytes of an upload under way, encrypted in storage; gone once the sheet is made. */
@Entity('sheet_parts')
export class SheetPart {
  @PrimaryColumn(ulid)
  sheetId!: string;

  @PrimaryColumn({ ...count, name: 'from_byte' })
  offset!: number;

  @Column(count)
  bytes!: number;

  @Column({ ...code(80), name: 'object_key' })
  key!: string;
}
