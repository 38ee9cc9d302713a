import { createHash } from 'node:crypto';

/** What the first line stands on: no line. */
const NOTHING = '0'.repeat(64);

/**
 * Makes the lines of an archive: `<hash> <JSON>`, where the hash is SHA-256 (hex) over the hash of the line before,
 * a line feed and the JSON as it stands there. Whoever changes, adds or takes away a line has to change all that
 * follow, and with them the last hash, the *head*, which is written down elsewhere.
 */
export function createChain() {
  let head = NOTHING;
  let count = 0;
  return {
    /** The next line, with its end; numbered by its place from 0. */
    add(kind: string, body: object): string {
      const json = JSON.stringify({ n: count, kind, body });
      head = createHash('sha256').update(`${head}\n${json}`).digest('hex');
      count += 1;
      return `${head} ${json}\n`;
    },
    head: (): string => head,
    count: (): number => count,
  };
}
