const MINUTE = 60_000;

/** `2026-03-28T09:30`, as a field of the page wants it, by the clocks of a zone. */
export function toZoned(at: number, zone: string): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(at)).replace(' ', 'T');
}

/** The instant at which clocks of the zone show this; where they are put forward over it, just after. Null for no time. */
export function fromZoned(text: string, zone: string): number | null {
  const wanted = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : NaN;
  if (Number.isNaN(wanted)) return null;
  const shift = (at: number): number => Date.parse(`${toZoned(at, zone)}:00Z`) - at;
  const first = wanted - shift(wanted);
  const second = wanted - shift(first);
  return Math.round(second / MINUTE) * MINUTE;
}
