import type { ColumnOptions } from 'typeorm';

/** mysql2 and TypeORM hand BIGINT over as text; ours stay below 2^53 and are numbers everywhere else. */
const asNumber = {
  to: (value?: number | null) => value,
  from: (value?: string | number | null) => (value === null || value === undefined ? value : Number(value)),
};

/** Names are compared byte by byte: object keys differ in case only. */
const ascii = { charset: 'ascii', collation: 'ascii_bin' } as const;

/** A moment as epoch-ms. */
export const epochMs = { type: 'bigint', unsigned: true, transformer: asNumber } satisfies ColumnOptions;
export const maybeEpochMs = { ...epochMs, nullable: true } satisfies ColumnOptions;

/** An ULID. */
export const ulid = { type: 'char', length: 26, ...ascii } satisfies ColumnOptions;
export const maybeUlid = { ...ulid, nullable: true } satisfies ColumnOptions;

/** SHA-256 as 64 hex figures. */
export const sha256 = { type: 'char', length: 64, ...ascii } satisfies ColumnOptions;

/** A word of ours (kind, state, code, object key): never a text that a person wrote. */
export const code = (length: number) => ({ type: 'varchar', length, ...ascii }) satisfies ColumnOptions;
export const maybeCode = (length: number) => ({ ...code(length), nullable: true }) satisfies ColumnOptions;

/** A text that a person wrote. */
export const words = (length: number) => ({ type: 'varchar', length }) satisfies ColumnOptions;

export const json = { type: 'json' } satisfies ColumnOptions;
export const maybeJson = { type: 'json', nullable: true } satisfies ColumnOptions;
export const count = { type: 'int', unsigned: true } satisfies ColumnOptions;
/** Number of a row, given by the database. */
export const rowNumber = { type: 'bigint', unsigned: true, transformer: asNumber } satisfies ColumnOptions;
