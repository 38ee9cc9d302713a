import { createHash } from 'node:crypto';
import type { SebDict, SebValue } from './settings';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const isList = (value: SebValue): value is readonly SebValue[] => Array.isArray(value);
const isDict = (value: SebValue): value is SebDict => typeof value === 'object' && !isList(value);
const isEmptyDict = (value: SebValue): boolean => isDict(value) && Object.keys(value).length === 0;

/** By their letters whatever their case, in no language's order: SEB's keys are ASCII. */
const byName = ([one]: [string, SebValue], [other]: [string, SebValue]): number => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
};

/**
 * Settings as "SEB-JSON": keys in order without regard to case at every depth, no white space, nothing escaped, empty
 * dictionaries left out, and without the note of who wrote them.
 */
export function sebJson(settings: SebDict): string {
  const { originatorVersion: _, ...counted } = settings;
  return written(counted);
}

const written = (value: SebValue): string => {
  if (isList(value)) return `[${value.map(written).join(',')}]`;
  if (!isDict(value)) return typeof value === 'string' ? `"${value}"` : String(value);
  const entries = Object.entries(value)
    .filter(([, each]) => !isEmptyDict(each))
    .sort(byName);
  return `{${entries.map(([key, each]) => `"${key}":${written(each)}`).join(',')}}`;
};

/** The Config Key of settings: lower-case hex of SHA-256. */
export const configKey = (settings: SebDict): string => sha256(sebJson(settings));

/** What SEB sends of a key with a request, or says of it to a page: the key never travels itself. */
export const requestHash = (url: string, key: string): string => sha256(url.replace(/#.*$/s, '') + key);
