import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { code, epochMs, json, rowNumber } from './columns';

/** Who looked at or changed what, outside of a sitting's own record. */
@Entity('audit_log')
@Index(['subject', 'at'])
export class AuditEntry {
  @PrimaryGeneratedColumn(rowNumber)
  id!: number;

  @Column(epochMs)
  at!: number;

  /** `candidate`, `system`, or `staff:<id>`. */
  @Column(code(40))
  byWhom!: string;

  @Column(code(60))
  action!: string;

  /** Id of what it was done to. */
  @Column(code(80))
  subject!: string;

  @Column(json)
  details!: Readonly<Record<string, unknown>>;
}
