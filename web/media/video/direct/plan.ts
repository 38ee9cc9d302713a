import type { Peer } from '#protocol/live.schema';

export type PlanPeer = Pick<Peer, 'peerId' | 'role' | 'position'>;

/** Staff `from` talks with the position 2 `to`: sound flows both ways between these two. */
export interface Talk {
  readonly from: string;
  readonly to: string;
}

/** What one peer sends another. `stills` go over HTTP, so they cost this link nothing. */
export interface Sends {
  readonly camera: 'live' | 'stills' | 'none';
  readonly sound: boolean;
}

/** Watchers who get both cameras live; those after them, camera 1 live; the rest see stills. All hear. */
export const BOTH_CAMERAS = 3;
export const CAMERA_ONE = 6;

const nothing: Sends = { camera: 'none', sound: false };

/** Who comes first when not everybody can have everything. */
const order: readonly Peer['role'][] = [
  'chief-examiner',
  'examiner',
  'waiting-officer',
  'invigilator',
  'secretary',
  'support',
  'inspector',
  'admin',
];

const isDevice = (peer: PlanPeer): boolean => peer.role === 'candidate';
const isSecond = (peer: PlanPeer): boolean => isDevice(peer) && peer.position === 2;
/** Inspectors look, administrators drop in: neither is seen or heard. */
const isSilent = (peer: PlanPeer): boolean => peer.role === 'inspector' || peer.role === 'admin';

/** Earlier ids are older: whoever has a live picture keeps it when others of his role come. */
function byRank(a: PlanPeer, b: PlanPeer): number {
  return order.indexOf(a.role) - order.indexOf(b.role) || (a.peerId < b.peerId ? -1 : 1);
}

function rankOf(watcher: PlanPeer, peers: readonly PlanPeer[]): number {
  return peers
    .filter((peer) => !isDevice(peer))
    .sort(byRank)
    .findIndex((peer) => peer.peerId === watcher.peerId);
}

function deviceToStaff(device: PlanPeer, rank: number, talking: boolean): Sends {
  if (isSecond(device)) return { camera: rank < BOTH_CAMERAS ? 'live' : 'stills', sound: talking };
  return { camera: rank < CAMERA_ONE ? 'live' : 'stills', sound: true };
}

/** What `from` sends to `to`. Every peer works it out for himself from the same list, so nobody has to be told. */
export function sendsOf(
  from: PlanPeer,
  to: PlanPeer,
  peers: readonly PlanPeer[],
  talks: readonly Talk[] = [],
): Sends {
  const talking = (staff: PlanPeer, device: PlanPeer): boolean =>
    talks.some((talk) => talk.from === staff.peerId && talk.to === device.peerId);
  if (from.peerId === to.peerId || isSilent(from)) return nothing;
  if (isDevice(from)) {
    if (!isDevice(to)) return deviceToStaff(from, rankOf(to, peers), talking(to, from));
    // The candidate sees his own second picture beside the first; there is nothing for it to hear.
    return isSecond(from) && !isSecond(to) ? { camera: 'live', sound: false } : nothing;
  }
  if (isSecond(to)) return talking(from, to) ? { camera: 'none', sound: true } : nothing;
  return { camera: 'live', sound: true };
}

export interface Leg extends Sends {
  readonly from: string;
  readonly to: string;
}

/** All that flows between `peers`: pairs of whom nothing flows are left out. */
export function plan(peers: readonly PlanPeer[], talks: readonly Talk[] = []): readonly Leg[] {
  return peers
    .flatMap((from) =>
      peers.map((to) => ({ from: from.peerId, to: to.peerId, ...sendsOf(from, to, peers, talks) })),
    )
    .filter((leg) => leg.camera !== 'none' || leg.sound);
}
