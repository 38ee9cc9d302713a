import type { RoomPlace } from '../access/places';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import { createHelpAnswers } from '../help/answer-calls';
import { createOwnHelp } from '../help/own-calls';
import { createHelpReading } from '../help/read-calls';
import type { Parts } from '../parts';

type Own = 'askForHelp' | 'readOwnHelp' | 'writeInHelp' | 'endOwnHelp';
type Answers = 'listHelpCalls' | 'readHelpCall' | 'takeHelpCall' | 'answerHelpCall' | 'closeHelpCall';

/** A candidate in need may ask and write a lot, but not flood the list. */
const CANDIDATE = { times: 20, perMs: 60_000 } as const;

export const helpRoutes = (parts: Parts): Handlers<Own | Answers> => {
  const own = createOwnHelp(parts);
  const answers = createHelpAnswers(parts);
  const reading = createHelpReading(parts);
  const spend = (sittingId: string) =>
    parts.throttle.spend(`help:${sittingId}`, CANDIDATE.times, CANDIDATE.perMs);
  return {
    askForHelp: async ({ who, body, receivedAt }) => {
      await spend(who.sittingId);
      return own.ask(who, body, receivedAt);
    },
    readOwnHelp: async ({ who, receivedAt }) => own.read(who, receivedAt),
    writeInHelp: async ({ who, body, receivedAt }) => {
      await spend(who.sittingId);
      return own.write(who, body, receivedAt);
    },
    endOwnHelp: async ({ who, receivedAt }) => {
      await own.end(who, receivedAt);
      return { done: true };
    },

    listHelpCalls: async ({ who, receivedAt }) => ({
      serverTime: parts.clock(),
      calls: await reading.list(who, receivedAt),
    }),
    readHelpCall: async ({ who, place, params, receivedAt }) =>
      reading.read(who, inRoom(place), params, receivedAt),
    takeHelpCall: async ({ who, params, body, receivedAt }) => {
      await answers.take(who, params, body.takeOver, receivedAt);
      return { done: true };
    },
    answerHelpCall: async ({ who, params, body, receivedAt }) => {
      await answers.write(who, params, body, receivedAt);
      return { done: true };
    },
    closeHelpCall: async ({ who, params, body, receivedAt }) => {
      await answers.close(who, params, body.note, receivedAt);
      return { done: true };
    },
  };
};

/** Paths with a sitting stand for a place in a room. */
function inRoom(place: {
  readonly roomId: string | null;
  readonly examId: string;
  readonly sittingId: string | null;
}): RoomPlace {
  if (place.roomId === null) throw new AppError('NOT_FOUND');
  return { ...place, roomId: place.roomId };
}
