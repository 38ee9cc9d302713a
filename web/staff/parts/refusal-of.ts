import type { Refusal } from '#protocol/refusals';
import { isOffline, type No } from '../../api/result';

/** Staff act on a server or not at all: a silent network is told like an absent server. */
export const refusalOf = (no: No): Refusal => (isOffline(no) ? { refused: 'UNAVAILABLE' } : no);
