// @ts-check
// `npm run verify -- FILE`: checks an archive by itself, without the product: that no line was changed, added or
// taken away, that each piece of evidence is what its digest says, and that no sitting's record has a gap.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const FORMAT = 1;
const LINE = /^([0-9a-f]{64}) (\{.*\})$/s;

/** @typedef {{ lines: number, sittings: number, events: number, evidence: number, head: string, fault: string | null }} Verdict */

/**
 * @param {AsyncIterable<string>} lines without their ends
 * @returns {Promise<Verdict>} `fault` names the first line that is not right, counted from 1
 */
export async function verifyArchive(lines) {
  const found = { lines: 0, sittings: 0, events: 0, evidence: 0, head: '0'.repeat(64) };
  /** @type {Map<string, number>} */
  const revisions = new Map();
  let last = '';
  for await (const text of lines) {
    const here = `line ${found.lines + 1}`;
    if (last === 'end') return { ...found, fault: `${here}: there is more after the end` };
    const [, hash, json] = LINE.exec(text) ?? [];
    if (!hash || !json) return { ...found, fault: `${here}: is no line of an archive` };
    if (sha256(`${found.head}\n${json}`) !== hash)
      return { ...found, fault: `${here}: it, or what stood before it, was changed` };
    const line = JSON.parse(json);
    const fault = faultIn(line, found.lines, revisions);
    if (fault) return { ...found, fault: `${here}: ${fault}` };
    found.head = hash;
    found.lines += 1;
    if (line.kind === 'sitting') found.sittings += 1;
    if (line.kind === 'event') found.events += 1;
    if (line.kind === 'evidence') found.evidence += 1;
    last = line.kind;
  }
  return { ...found, fault: last === 'end' ? null : `line ${found.lines}: the archive was cut off here` };
}

/**
 * What is checked of the bodies of some kinds; the rest is as it was kept.
 * @typedef {{ format: number, sittingId: string, revision: number, key: string, digest: string, content: string | null }} Body
 */

/** @param {{ n: number, kind: string, body: Body }} line @param {number} place @param {Map<string, number>} revisions @returns {string | null} */
function faultIn({ n, kind, body }, place, revisions) {
  if (n !== place) return `is numbered ${n}, not ${place}`;
  if (place === 0 && (kind !== 'archive' || body.format !== FORMAT))
    return `does not begin an archive of format ${FORMAT}`;
  if (kind === 'change') {
    const before = revisions.get(body.sittingId) ?? 0;
    if (body.revision !== before + 1) return `revision ${body.revision} follows ${before}`;
    revisions.set(body.sittingId, body.revision);
  }
  if (kind === 'evidence' && body.content !== null) {
    const bytes = Buffer.from(body.content, 'base64');
    if (createHash('sha256').update(bytes).digest('hex') !== body.digest)
      return `evidence ${body.key} is not what its digest says`;
  }
  return null;
}

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

async function main() {
  const file = process.argv[2];
  if (!file) {
    process.stderr.write('npm run verify -- FILE\n');
    process.exit(2);
  }
  const input = createReadStream(file, 'utf8');
  const verdict = await verifyArchive(createInterface({ input, crlfDelay: Infinity }));
  const { fault, head, ...counts } = verdict;
  const counted = Object.entries(counts).map(([what, number]) => `${number} ${what}`);
  process.stdout.write(`${counted.join(', ')}\nhead ${head}\n${fault ? `NOT RIGHT: ${fault}` : 'right'}\n`);
  process.exitCode = fault ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
