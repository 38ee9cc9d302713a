import { ulid } from 'ulid';

const PLACE = 'examhall.device';
const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The same for all tabs of this browser. Where storage is refused it lasts as long as the page. */
export function deviceIdIn(storage: () => Storage, make: () => string = ulid): string {
  try {
    const kept = storage().getItem(PLACE);
    if (kept && ULID.test(kept)) return kept;
    const made = make();
    storage().setItem(PLACE, made);
    return made;
  } catch {
    return make();
  }
}
