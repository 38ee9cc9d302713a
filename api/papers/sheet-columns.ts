export type Column =
  'kind' | 'section' | 'id' | 'text' | 'key' | 'points' | 'words' | 'partial' | 'rubric' | `choice ${string}`;
export type Cells = ReadonlyMap<Column, unknown>;

const titles: Readonly<Record<string, Column>> = {
  kind: 'kind',
  题型: 'kind',
  section: 'section',
  部分: 'section',
  大题: 'section',
  id: 'id',
  编号: 'id',
  text: 'text',
  题干: 'text',
  题目: 'text',
  key: 'key',
  答案: 'key',
  points: 'points',
  分值: 'points',
  words: 'words',
  字数: 'words',
  partial: 'partial',
  漏选: 'partial',
  rubric: 'rubric',
  评分标准: 'rubric',
};
const kinds: Readonly<Record<string, string>> = {
  单选: 'single',
  单选题: 'single',
  单项选择: 'single',
  多选: 'multiple',
  多选题: 'multiple',
  多项选择: 'multiple',
  填空: 'fill',
  填空题: 'fill',
  问答: 'essay',
  问答题: 'essay',
  论述: 'essay',
  论述题: 'essay',
  作文: 'essay',
};
const partials: Readonly<Record<string, string>> = { 不给分: 'none', 给一半: 'half', 半分: 'half' };

/** Titles as columns, by their place; choices are `A`, `B`, … or `选项A`. */
export function columnsOf(line: readonly unknown[]): ReadonlyMap<number, Column> {
  return new Map(
    line.flatMap((title, at) => {
      const said = String(title ?? '').trim();
      const known = titles[said.toLowerCase()] ?? choiceOf(said);
      return known ? [[at, known] as const] : [];
    }),
  );
}

const choiceOf = (title: string): Column | null => {
  const [, named] = /^(?:选项|choice)?\s*([A-Za-z])$/i.exec(title) ?? [];
  return named ? `choice ${named.toUpperCase()}` : null;
};

const said = (cells: Cells, column: Column): string | undefined => {
  const cell = cells.get(column);
  const text = cell === null || cell === undefined ? '' : String(cell).trim();
  return text === '' ? undefined : text;
};

/** One line as a question of the written form; what is missing or wrong is left for the form to say. */
export function questionOf(cells: Cells): unknown {
  const kind = said(cells, 'kind');
  const named = kind === undefined ? undefined : (kinds[kind] ?? kind);
  const points = said(cells, 'points');
  const common = {
    ...defined('id', said(cells, 'id')),
    kind: named,
    text: said(cells, 'text'),
    ...(points !== undefined && { points: Number.isNaN(Number(points)) ? points : Number(points) }),
  };
  const key = said(cells, 'key');
  switch (named) {
    case 'single':
      return { ...common, choices: choicesOf(cells), ...defined('key', key) };
    case 'multiple': {
      const partial = said(cells, 'partial');
      const right = key?.split(/[\s,，、;；]*/).filter(Boolean);
      return {
        ...common,
        choices: choicesOf(cells),
        ...defined('key', right),
        ...defined('partial', partial && (partials[partial] ?? partial)),
      };
    }
    case 'fill':
      return { ...common, blanks: key?.split(/[;；]/).map((blank) => ({ accept: acceptedOf(blank) })) };
    case 'essay':
      return {
        ...common,
        ...defined('words', wordsOf(said(cells, 'words'))),
        ...defined('rubric', said(cells, 'rubric')),
      };
    default:
      return common;
  }
}

const defined = <V>(name: string, value: V | undefined) => (value === undefined ? {} : { [name]: value });

const choicesOf = (cells: Cells): Record<string, string> =>
  Object.fromEntries(
    [...cells.keys()].flatMap((column) => {
      const text = column.startsWith('choice ') ? said(cells, column) : undefined;
      return text === undefined ? [] : [[column.slice('choice '.length), text] as const];
    }),
  );

/** `3.14|π`: either counts. */
const acceptedOf = (blank: string): string[] =>
  blank
    .split('|')
    .map((each) => each.trim())
    .filter(Boolean);

/** `600-800`. */
const wordsOf = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  const [, from, to] = /^(\d+)\s*[-–~至]\s*(\d+)$/.exec(text) ?? [];
  return from && to ? { from: Number(from), to: Number(to) } : text;
};
