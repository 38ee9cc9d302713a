import type { Env } from '../env';
import { createDirectProvider } from './direct/direct-provider';
import { createJitsiProvider } from './jitsi/jitsi-provider';
import type { JitsiConfig } from './jitsi/token';
import type { Peers } from './peers';
import type { VideoProvider } from './port';

export interface Providers {
  readonly direct: VideoProvider;
  /** Null where the installation has no Jitsi: `direct` then serves its exams too. */
  readonly jitsi: VideoProvider | null;
}

export function createProviders(env: Env, peers: Peers, clock: () => number): Providers {
  const [stunUrls, turnUrls] = [env.STUN_URLS, env.TURN_URLS].map((urls) => urls.filter((url) => url !== ''));
  const ice = { stunUrls: stunUrls ?? [], turnUrls: turnUrls ?? [], turnSecret: env.TURN_SECRET ?? null };
  const config = jitsiConfig(env);
  return {
    direct: createDirectProvider(peers, ice, clock),
    jitsi: config && createJitsiProvider(config, env.SIGNING_KEY, clock),
  };
}

/** @throws Error when Jitsi is described by half, which is better seen at the start than at the exam */
function jitsiConfig(env: Env): JitsiConfig | null {
  const { JITSI_DOMAIN: domain, JITSI_APP_ID: appId, JITSI_APP_SECRET: appSecret } = env;
  if (!domain) return null;
  if (!appId || !appSecret) throw new Error('JITSI_DOMAIN needs JITSI_APP_ID and JITSI_APP_SECRET beside it');
  return { domain, appId, appSecret, xmppDomain: env.JITSI_XMPP_DOMAIN ?? domain.replace(/:\d+$/, '') };
}
