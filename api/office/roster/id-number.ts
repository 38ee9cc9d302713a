import type { LocalText } from '#protocol/text.schema';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** First and last four figures: enough to compare with the card, useless when stolen. */
export const maskId = (id: string): string =>
  id.length < 10
    ? `${id.slice(0, 1)}***${id.slice(-1)}`
    : `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}`;

/** The first three and the last four figures of a telephone number. */
export const maskPhone = (phone: string): string =>
  phone.length < 9
    ? `${phone.slice(0, 1)}****${phone.slice(-1)}`
    : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** What is wrong with the number of a card; identity cards of 18 figures carry their own check. */
export function idFault(cell: unknown): LocalText | null {
  const id = String(cell).trim().toUpperCase();
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return rounded;
  if (/^\d(\.\d+)?E\+\d+$/.test(id)) return rounded;
  if (!/^[A-Z0-9()-]{5,40}$/.test(id)) return badId;
  return /^\d{17}[\dX]$/.test(id) && checkOf(id) !== id[17] ? badCheck : null;
}

const checkOf = (id: string): string | undefined =>
  CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(id[at]), 0) % 11];

const rounded: LocalText = {
  zh: '表格软件把证件号变成了数字，末几位已经丢失。请把这一列设为文本，重新填写。',
  en: 'The spreadsheet made a number of it and lost its last figures. Format the column as text and fill it in again.',
};
const badId: LocalText = {
  zh: '证件号只用字母、数字、括号和短横线，至少 5 位。',
  en: 'The number of a card has at least five letters, figures, brackets or hyphens.',
};
const badCheck: LocalText = {
  zh: '身份证号的校验位不对，请核对。',
  en: 'The check figure of this identity number does not fit.',
};
