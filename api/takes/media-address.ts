import { signAddress, verifyAddress } from '#models/storage/address';
import type { Env } from '../env';

/** Long enough to watch a take through: a player asks again for every range. */
const ADDRESS_MS = 30 * 60_000;

/** What can be played: the slices of a segment, the joined file as it was joined then, its poster. */
export type MediaRef =
  | { readonly of: 'segment'; readonly takeId: string; readonly position: number; readonly segment: number }
  | { readonly of: 'file'; readonly takeId: string; readonly position: number; readonly joinedAt: number }
  | { readonly of: 'poster'; readonly takeId: string; readonly position: number; readonly joinedAt: number };

const nameOf = (ref: MediaRef): string =>
  [ref.of, ref.takeId, ref.position, ref.of === 'segment' ? ref.segment : ref.joinedAt].join('.');

export function readRef(name: string): MediaRef | null {
  const [, of, takeId, position, last] =
    /^(segment|file|poster)\.([0-9A-Z]{26})\.([12])\.(\d{1,15})$/.exec(name) ?? [];
  if (!takeId) return null;
  const place = { takeId, position: Number(position) };
  if (of === 'segment') return { of, ...place, segment: Number(last) };
  return { of: of === 'file' ? 'file' : 'poster', ...place, joinedAt: Number(last) };
}

/** A short-lived address, for whoever was just allowed to see it. */
export function mediaAddress({ SIGNING_KEY }: Env, ref: MediaRef, now: number): string {
  // Rounded, so that a page that asks again finds its film in the player.
  const until = Math.ceil((now + ADDRESS_MS) / 300_000) * 300_000;
  const name = nameOf(ref);
  const { seal } = signAddress(name, until, SIGNING_KEY);
  return `/api/takes/media/${name}?until=${until}&seal=${encodeURIComponent(seal)}`;
}

export const isGoodAddress = (
  { SIGNING_KEY }: Env,
  given: { readonly name: string; readonly until: number; readonly seal: string },
  now: number,
): boolean => verifyAddress(given.name, given, SIGNING_KEY, now) === 'good';
