import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import type { FlowFault } from '#contract/flows';
import type { LocalText } from '#protocol/text.schema';

/** Bytes of a flow file; the shipped ones have six thousand. */
const MOST_BYTES = 200_000;
/** Each `*alias` may stand for a large text, so their number is what bounds memory. */
const MOST_ALIASES = 100;

export type Path = readonly (string | number)[];

/** A flow file as read: its plain value, and where each part of it stands. */
export interface YamlSource {
  readonly value: unknown;
  /** A fault at the nearest place of the file that exists. */
  readonly faultAt: (path: Path, message: LocalText) => FlowFault;
}

const nowhere = (
  message: LocalText,
  line: number | null = null,
  column: number | null = null,
): FlowFault => ({
  line,
  column,
  path: '',
  message,
});

/** Parses YAML without trusting it: bounded in size, aliases and depth. */
export function readYaml(text: string): YamlSource | { readonly faults: readonly FlowFault[] } {
  if (Buffer.byteLength(text) > MOST_BYTES) return { faults: [nowhere(tooLarge)] };
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core' });
    if (document.errors.length > 0) return { faults: syntaxFaults(document.errors) };
    const lost = lostAliases(document, lines);
    if (lost.length > 0) return { faults: lost };
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { value, faultAt: (path, message) => locate(document, lines, path, message) };
  } catch (error) {
    return { faults: [nowhere(isAliasBomb(error) ? tooManyAliases : tooDeep)] };
  }
}

/** One slip makes a parser stumble many times, and what is nested too deeply is not even read to its end. */
function syntaxFaults(errors: readonly YAMLError[]): FlowFault[] {
  const deep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  const faults = (deep ? [deep] : errors).map(syntaxFault);
  return faults
    .filter((fault, index) => faults.findIndex(({ message }) => message.en === fault.message.en) === index)
    .slice(0, 20);
}

function lostAliases(document: Document, lines: LineCounter): FlowFault[] {
  const found: FlowFault[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0);
      found.push(nowhere(aliasWithoutAnchor, line, col));
    },
  });
  return found.slice(0, 20);
}

const isAliasBomb = (error: unknown): boolean => error instanceof Error && /alias/i.test(error.message);

function syntaxFault(error: YAMLError): FlowFault {
  const at = error.linePos?.[0];
  const said = (error.message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '');
  const known = syntaxWords[error.code];
  const message = known ?? { zh: `YAML 写法有误：${said}`, en: `This is not valid YAML: ${said}` };
  return nowhere(message, at?.line ?? null, at?.col ?? null);
}

const syntaxWords: Readonly<Partial<Record<string, LocalText>>> = {
  DUPLICATE_KEY: {
    zh: '同一处写了两个相同的字段，只保留一个。',
    en: 'The same field stands here twice; keep one of them.',
  },
  TAB_AS_INDENT: { zh: '缩进请用空格，不要用制表符。', en: 'Indent with spaces, not with tabs.' },
  BAD_INDENT: { zh: '缩进与上文不一致。', en: 'The indentation does not fit the lines above.' },
  MULTIPLE_DOCS: {
    zh: '一个文件只能写一个流程，请删去 “---” 之后的内容。',
    en: 'One file holds one flow; remove what follows “---”.',
  },
  RESOURCE_EXHAUSTION: { zh: '文件层次太深。', en: 'The file is nested too deeply.' },
};
const aliasWithoutAnchor: LocalText = {
  zh: '引用（*）没有对应的锚点（&）。',
  en: 'This alias (*) has no anchor (&).',
};
const tooLarge: LocalText = {
  zh: `文件超过 ${MOST_BYTES / 1_000} kB。`,
  en: `The file is larger than ${MOST_BYTES / 1_000} kB.`,
};
const tooManyAliases: LocalText = {
  zh: '引用（*）太多。请直接写出内容。',
  en: 'Too many aliases (*). Write the texts out.',
};
const tooDeep: LocalText = {
  zh: '文件层次太深，无法读取。',
  en: 'The file is nested too deeply to be read.',
};

function locate(document: Document, lines: LineCounter, path: Path, message: LocalText): FlowFault {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset === null) continue;
    const { line, col } = lines.linePos(offset);
    return { line, column: col, path: wordPath(path), message };
  }
  return { ...nowhere(message), path: wordPath(path) };
}

/** Where a field's name stands, or else the element itself: the eye looks for the name. */
function offsetOf(document: Document, path: Path): number | null {
  const parent = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? null;
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

/** `steps[2].title.en`, as an administrator would say it. */
const wordPath = (path: Path): string =>
  path.reduce<string>(
    (said, part) => (typeof part === 'number' ? `${said}[${part + 1}]` : said ? `${said}.${part}` : part),
    '',
  );
