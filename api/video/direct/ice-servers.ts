import { createHmac } from 'node:crypto';

export interface IceConfig {
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  /** Shared with coturn (`use-auth-secret`). */
  readonly turnSecret: string | null;
}

/** Longer than an interview with its extensions: a relay is asked again only at an ICE restart. */
const CREDENTIAL_MS = 4 * 3_600_000;

/** ICE servers with credentials that run out by themselves (TURN REST: the name is `expiry:id` in seconds). */
export function iceServersFor({ stunUrls, turnUrls, turnSecret }: IceConfig, peerId: string, now: number) {
  const stun = stunUrls.length > 0 ? [{ urls: [...stunUrls] }] : [];
  if (turnUrls.length === 0 || turnSecret === null) return stun;
  const username = `${Math.floor((now + CREDENTIAL_MS) / 1_000)}:${peerId}`;
  const credential = createHmac('sha1', turnSecret).update(username).digest('base64');
  return [...stun, { urls: [...turnUrls], username, credential }];
}
