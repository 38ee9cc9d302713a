// @ts-check
/**
 * One line a step: its name at once, then what it is doing (on a terminal), then how long it took.
 * Without a terminal nothing is overwritten, so logs stay readable.
 */
const live = Boolean(process.stdout.isTTY) && !process.env.CI;

// A closed terminal or pipe must not end the services.
process.stdout.on('error', () => {});

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Steps under way and what each is doing; the last line of a terminal shows the one that moved last. */
/** @type {Map<string, string>} */
const underWay = new Map();

/**
 * @template T
 * @param {string} name what is being done, as a person would say it
 * @param {(note: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now();
  const note = (/** @type {string} */ detail) => {
    underWay.delete(name);
    underWay.set(name, detail);
    draw();
  };
  if (live) note('');
  else say(`  ${name} …`);
  try {
    const result = await work(note);
    finish(name, seconds(Date.now() - began));
    return result;
  } catch (error) {
    finish(name, 'FAILED');
    throw error;
  }
}

/** @param {string} name @param {string} outcome */
function finish(name, outcome) {
  underWay.delete(name);
  say(`${live ? '\r\x1b[2K' : ''}  ${name}: ${outcome}`);
  draw();
}

function draw() {
  const [name, detail = ''] = [...underWay].at(-1) ?? [];
  if (!live || name === undefined) return;
  const width = (process.stdout.columns ?? 80) - columnsOf(name) - 7;
  process.stdout.write(`\r\x1b[2K  ${name} … ${detail.slice(0, Math.max(0, width))}`);
}

/** @param {number} ms */
export function seconds(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/**
 * Columns padded to their widest cell. Chinese characters take two columns on a terminal.
 * @param {readonly (readonly string[])[]} rows
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columnsOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {string} text */
const columnsOf = (text) => [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
