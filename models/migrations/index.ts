import { TheHall } from './1764000000000-the-hall';
import { TheRecord } from './1764000000001-the-record';

/** In the order of their landing. One that has landed is never edited. */
export const migrations = [TheHall, TheRecord];
