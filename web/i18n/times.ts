import type { Language } from './texts';

/** The institution's time zone wherever none was configured. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

function parts(at: number, zone: string, options: Intl.DateTimeFormatOptions, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(new Date(at));
}

/** `09:46`: hours and minutes of the institution's clock, 24 h. */
export function clockTime(at: number, zone = DEFAULT_ZONE): string {
  return parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `09:46:12` */
export function clockSeconds(at: number, zone = DEFAULT_ZONE): string {
  return parts(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

/** `3 月 28 日 周六` or `Sat 28 March` */
export function day(at: number, language: Language, zone = DEFAULT_ZONE): string {
  const locale = locales[language];
  const weekday = parts(at, zone, { weekday: 'short' }, locale);
  if (language === 'en') return `${weekday} ${parts(at, zone, { day: 'numeric', month: 'long' }, locale)}`;
  const month = parts(at, zone, { month: 'numeric' });
  return `${month} 月 ${parts(at, zone, { day: 'numeric' })} 日 ${weekday}`;
}

/** `2026-03-28`, for records and receipts. */
export function isoDay(at: number, zone = DEFAULT_ZONE): string {
  return parts(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE');
}

/** `09:30 – 11:00` */
export function clockSpan(from: number, to: number, zone = DEFAULT_ZONE): string {
  return `${clockTime(from, zone)} – ${clockTime(to, zone)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `13:36`, from an hour on `1:02:05`. Counts whole seconds that have begun, so that 0:00 is shown only at the end. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** `01:52`: time that has passed, in whole seconds that are over. */
export function elapsed(ms: number): string {
  return countdown(Math.floor(Math.max(0, ms) / 1000) * 1000);
}

/** Whole minutes for "in 18 minutes": begun minutes count, so nobody comes too early. */
export function minutesUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 60_000));
}

/** Hours and minutes of a duration such as a paper's total: `{ hours: 2, minutes: 30, seconds: 0 }`. */
export function split(ms: number): { hours: number; minutes: number; seconds: number } {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}
