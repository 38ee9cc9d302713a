const DAY_MIN = 1_440;
const MINUTE_MS = 60_000;

const minutesOf = (time: string): number | null => {
  const found = /^(\d{1,2}):(\d{2})$/.exec(time);
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
};

/**
 * The next instant at which the hall's clock shows `wanted`; null where that is no time.
 * @param nowShown what the hall's clock shows at `now`, `hh:mm`
 */
export function nextAt(now: number, nowShown: string, wanted: string): number | null {
  const from = minutesOf(nowShown);
  const to = minutesOf(wanted);
  if (from === null || to === null) return null;
  const ahead = (to - from + DAY_MIN) % DAY_MIN;
  return (Math.floor(now / MINUTE_MS) + (ahead === 0 ? DAY_MIN : ahead)) * MINUTE_MS;
}
