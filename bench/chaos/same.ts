/** MariaDB does not keep the order of a JSON object's names. */
export const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a, (_, value: unknown) => sorted(value)) ===
  JSON.stringify(b, (_, value: unknown) => sorted(value));
