import type { z } from 'zod';
import { stepSchemas } from '#steps/schemas';
import type { LocalText } from '#protocol/text.schema';

type Issue = z.core.$ZodIssue;
const kinds = Object.keys(stepSchemas);

/** What is wrong, and what to write instead, for whoever wrote the file. */
export function wordsOf(issue: Issue, value: unknown): LocalText {
  // Of an entry of a list the list is named: its number stands in the path.
  const name = issue.path.findLast((part) => typeof part === 'string') ?? '';
  switch (issue.code) {
    case 'invalid_union':
      return name === 'kind' ? unknownKind(value) : general(issue);
    case 'unrecognized_keys':
      return unknownFields(issue.keys);
    case 'invalid_type':
      return value === undefined || value === null ? missing(issue, name) : wrongType(name, issue.expected);
    case 'too_small':
      return issue.origin === 'string' ? missing(issue, name) : atLeast(name, issue.minimum, issue.origin);
    case 'too_big':
      return atMost(name, issue.maximum, issue.origin);
    case 'invalid_value':
      return oneOf(name, issue.values);
    case 'invalid_format':
      return badName(name, value);
    default:
      return general(issue);
  }
}

const unknownKind = (value: unknown): LocalText => {
  const known = kinds.join(', ');
  if (value === undefined)
    return { zh: `这一步没有写 kind，可用：${known}。`, en: `This step has no kind; there are ${known}.` };
  const given = JSON.stringify(value);
  return {
    zh: `没有 ${given} 这种步骤，可用：${known}。`,
    en: `There is no step of kind ${given}; there are ${known}.`,
  };
};

const unknownFields = (keys: readonly string[]): LocalText => {
  const names = keys.map((key) => `“${key}”`).join('、');
  return { zh: `不认识的字段 ${names}，请检查拼写。`, en: `Unknown field ${names}: check the spelling.` };
};

const languages: Readonly<Record<string, LocalText>> = {
  zh: { zh: '缺少中文文字。', en: 'The Chinese text is missing.' },
  en: { zh: '缺少英文文字。', en: 'The English text is missing.' },
};

const missing = (issue: Issue, name: string): LocalText =>
  languages[name] ??
  (issue.path.length === 0
    ? { zh: '文件是空的：请写 name 和 steps。', en: 'The file is empty: write name and steps.' }
    : { zh: `缺少 ${name}。`, en: `${name} is missing.` });

const types: Readonly<Record<string, LocalText>> = {
  string: { zh: '一段文字', en: 'a text' },
  number: { zh: '一个数', en: 'a number' },
  int: { zh: '一个整数', en: 'a whole number' },
  object: { zh: '若干字段（如 zh 和 en）', en: 'fields (such as zh and en)' },
  array: { zh: '一个列表', en: 'a list' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
};

const wrongType = (name: string, expected: string): LocalText => {
  if (!name)
    return { zh: '文件要写成 name 和 steps 两个字段。', en: 'The file has two fields, name and steps.' };
  const type = types[expected] ?? { zh: expected, en: expected };
  return { zh: `${name} 应当是${type.zh}。`, en: `${name} must be ${type.en}.` };
};

const atLeast = (name: string, minimum: number | bigint, origin: string): LocalText =>
  origin === 'array'
    ? { zh: `${name} 至少要有 ${minimum} 项。`, en: `${name} has at least ${minimum} entry.` }
    : { zh: `${name} 至少为 ${minimum}。`, en: `${name} is at least ${minimum}.` };

const atMost = (name: string, maximum: number | bigint, origin: string): LocalText => {
  if (origin === 'string')
    return { zh: `${name} 最多 ${maximum} 个字。`, en: `${name} has at most ${maximum} characters.` };
  if (origin === 'array')
    return { zh: `${name} 最多 ${maximum} 项。`, en: `${name} has at most ${maximum} entries.` };
  return { zh: `${name} 最多为 ${maximum}。`, en: `${name} is at most ${maximum}.` };
};

const oneOf = (name: string, values: readonly unknown[]): LocalText => {
  const list = values.map(String).join(', ');
  return { zh: `${name} 只能是：${list}。`, en: `${name} must be one of: ${list}.` };
};

const badName = (name: string, value: unknown): LocalText => ({
  zh: `${name}（${String(value)}）只能用小写字母、数字和连字符，以字母开头，最多 40 个。`,
  en: `${name} (${String(value)}) takes lower-case letters, figures and hyphens, a letter first, at most 40.`,
});

const general = (issue: Issue): LocalText => ({
  zh: `这里写得不对：${issue.message}`,
  en: `This is not right: ${issue.message}`,
});
