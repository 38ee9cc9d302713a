/**
 * Redis channels between worker, API replicas and streams. Pub/sub has no memory, so a message only says
 * "look again": readers fetch what changed by revision, and look on their own every 3 s and on every reconnect.
 */
export const sittingChannel = (sittingId: string) => `sitting:${sittingId}`;
export const roomChannel = (roomId: string) => `room:${roomId}`;

/** What a channel carries, as JSON. */
export type ChannelMessage =
  | {
      readonly kind: 'sitting';
      readonly sittingId: string;
      readonly roomId: string;
      readonly revision: number;
    }
  | { readonly kind: 'room'; readonly roomId: string; readonly revision: number }
  | { readonly kind: 'presence'; readonly sittingId: string }
  | { readonly kind: 'message'; readonly messageId: string }
  | { readonly kind: 'staff'; readonly roomId: string }
  | { readonly kind: 'mail'; readonly stageId: string; readonly to: string }
  | { readonly kind: 'peers'; readonly stageId: string }
  | {
      readonly kind: 'superseded';
      readonly sittingId: string;
      readonly position: 1 | 2;
      readonly epoch: number;
    }
  | { readonly kind: 'score'; readonly sittingId: string };
