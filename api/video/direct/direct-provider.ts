import type { Peers } from '../peers';
import type { VideoProvider } from '../port';
import { stageIdOf } from '../stage';
import { iceServersFor, type IceConfig } from './ice-servers';

/** Browser to browser: the server only introduces peers and carries their signalling. */
export const createDirectProvider = (peers: Peers, ice: IceConfig, clock: () => number): VideoProvider => ({
  ticket: async ({ key, me }) => {
    const stageId = stageIdOf(key);
    const { seated } = await peers.look(stageId);
    return {
      provider: 'direct',
      stageId,
      me,
      peers: seated.map(({ peer }) => peer),
      iceServers: iceServersFor(ice, me.peerId, clock()),
    };
  },
});
