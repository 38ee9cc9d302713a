import { isDeepStrictEqual } from 'node:util';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether two rows say the same: as JSON, whatever the order of their fields or the class they came in. */
export const same = (one: object, other: object): boolean => isDeepStrictEqual(plain(one), plain(other));

/** Those fields of a row that `wanted` has. */
export const fieldsOf = (row: object, wanted: object): object =>
  Object.fromEntries(Object.entries(row).filter(([field]) => field in wanted));
