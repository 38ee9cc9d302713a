import type { Peer } from '#protocol/live.schema';

/** What the server gives who may join, by provider; see `joinStage` in the contract. */
export type Ticket =
  | {
      readonly provider: 'direct';
      readonly stageId: string;
      readonly me: Peer;
      readonly peers: readonly Peer[];
      readonly iceServers: readonly RTCIceServer[];
    }
  | {
      readonly provider: 'jitsi';
      readonly stageId: string;
      readonly me: Peer;
      readonly domain: string;
      readonly roomName: string;
      readonly jwt: string;
    };
