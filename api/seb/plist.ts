import type { SebDict, SebValue } from './settings';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

const element = (value: SebValue): string => {
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`;
  if (Array.isArray(value)) return `<array>${value.map((each: SebValue) => element(each)).join('')}</array>`;
  const entries = Object.entries(value as SebDict);
  return `<dict>${entries.map(([key, each]) => `<key>${escaped(key)}</key>${element(each)}`).join('')}</dict>`;
};

/** Settings as the property list that a `.seb` file holds. */
export const plistOf = (settings: SebDict): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<plist version="1.0">${element(settings)}</plist>`,
    '',
  ].join('\n');
