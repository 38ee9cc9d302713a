import type { VideoProvider } from '../port';
import { stageIdOf } from '../stage';
import { roomNameOf } from './room-name';
import { mintToken, type JitsiConfig } from './token';

/** A self-hosted Jitsi: a room of its own for each stage, entered by a token that names it. */
export const createJitsiProvider = (
  config: JitsiConfig,
  secret: Buffer,
  clock: () => number,
): VideoProvider => ({
  ticket: async ({ key, me, moderator }) => {
    const roomName = roomNameOf(key, secret);
    const user = { id: me.peerId, name: me.name, moderator };
    const jwt = await mintToken(config, roomName, user, clock());
    return { provider: 'jitsi', stageId: stageIdOf(key), me, domain: config.domain, roomName, jwt };
  },
});
