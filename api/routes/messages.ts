import type { Handlers } from '../call';
import type { Parts } from '../parts';

/** A candidate's messages: enough to ask for help in several lines, too few to flood a console. */
const CANDIDATE = { times: 12, perMs: 60_000 } as const;

export const messageRoutes = (
  parts: Parts,
): Handlers<'candidateMessages' | 'writeAsCandidate' | 'roomMessages' | 'writeAsStaff'> => ({
  candidateMessages: async ({ who }) => ({ messages: await parts.live.messages.forCandidate(who) }),
  writeAsCandidate: async ({ who, body }) => {
    await parts.throttle.spend(`message:${who.sittingId}`, CANDIDATE.times, CANDIDATE.perMs);
    return parts.live.messages.writeAsCandidate(who, body.id, body.text);
  },
  roomMessages: async ({ who, place }) => ({
    messages: await parts.live.messages.forStaff(who, place.roomId ?? ''),
  }),
  writeAsStaff: async ({ who, place, body }) =>
    parts.live.messages.writeAsStaff(who, place.roomId ?? '', body),
});
