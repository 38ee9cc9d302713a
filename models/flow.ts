import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, ulid } from './columns';

/** A flow by its name; what it says is in its versions. */
@Entity('flows')
export class Flow {
  @PrimaryColumn(ulid)
  id!: string;

  @Index({ unique: true })
  @Column(code(60))
  key!: string;
}
