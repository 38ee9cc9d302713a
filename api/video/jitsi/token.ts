import { SignJWT } from 'jose';

export interface JitsiConfig {
  /** `host[:port]` of the page that is embedded. */
  readonly domain: string;
  /** `sub` of tokens: the XMPP domain. */
  readonly xmppDomain: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** Judged by Jitsi at joining only, and asked for again at each: short. */
const TOKEN_MS = 10 * 60_000;
/** Clocks of two machines differ. */
const SKEW_MS = 30_000;

export interface JitsiUser {
  readonly id: string;
  readonly name: string;
  readonly moderator: boolean;
}

/** A token for one room alone, as prosody's `mod_auth_token` reads it. */
export function mintToken(config: JitsiConfig, room: string, user: JitsiUser, now: number): Promise<string> {
  return new SignJWT({ room, context: { user } })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(config.appId)
    .setAudience('jitsi')
    .setSubject(config.xmppDomain)
    .setNotBefore(Math.floor((now - SKEW_MS) / 1_000))
    .setExpirationTime(Math.floor((now + TOKEN_MS) / 1_000))
    .sign(Buffer.from(config.appSecret, 'utf8'));
}
