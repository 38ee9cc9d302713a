import type { Redis } from 'ioredis';
import type { StaffRole } from '#protocol/policies';

/** Streams renew it every 10 s; without renewal somebody is gone after this. */
const HERE_MS = 30_000;
/** A reload is back within this, so nobody flickers. */
const RELOAD_MS = 6_000;
const key = (roomId: string) => `staff-here:${roomId}`;

export interface StaffHere {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
}
interface Kept {
  readonly name: string;
  readonly role: StaffRole;
  readonly until: number;
}

/** Who of the staff has this room open, over all replicas. */
export function createStaffHere(redis: Redis, clock: () => number) {
  const write = ({ staffId, name, role }: StaffHere, roomId: string, ms: number) => {
    const kept: Kept = { name, role, until: clock() + ms };
    return redis
      .multi()
      .hset(key(roomId), staffId, JSON.stringify(kept))
      .pexpire(key(roomId), HERE_MS * 4)
      .exec();
  };
  const inRoom = async (roomId: string): Promise<StaffHere[]> => {
    const kept = await redis.hgetall(key(roomId));
    return Object.entries(kept)
      .map(([staffId, text]) => ({ staffId, ...(JSON.parse(text) as Kept) }))
      .filter(({ until }) => until > clock())
      .map(({ staffId, name, role }) => ({ staffId, name, role }))
      .sort((a, b) => (a.staffId < b.staffId ? -1 : 1));
  };
  return {
    renew: (staff: StaffHere, roomId: string) => write(staff, roomId, HERE_MS),
    leave: (staff: StaffHere, roomId: string) => write(staff, roomId, RELOAD_MS),
    inRoom,
  };
}
export type StaffHereBoard = ReturnType<typeof createStaffHere>;
