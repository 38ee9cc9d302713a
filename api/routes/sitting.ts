import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { storePicture } from '../pictures/store-picture';
import { checkIn } from '../sittings/check-in';
import { claimPosition } from '../sittings/claim';
import { readStill, readView } from '../sittings/home';
import { readQuestion } from '../sittings/questions';
import { readReceipt } from '../sittings/receipt';
import { createSendCommand } from '../sittings/send-command';

type Names =
  'home' | 'checkIn' | 'sendCommand' | 'claimPosition' | 'uploadStill' | 'readQuestion' | 'readReceipt';

/** Three attempts of four movements with eight pictures each are a hundred; this is beyond any honest page. */
const STILLS_PER_WINDOW = 200;
const STILLS_WINDOW_MS = 5 * 60_000;

export const sittingRoutes = (parts: Parts): Handlers<Names> => {
  const sendCommand = createSendCommand(parts);

  return {
    home: async ({ who: { sittingId, position } }) => {
      const [still, view] = await Promise.all([readStill(parts, sittingId), readView(parts, sittingId)]);
      return { serverTime: parts.clock(), position, ...still, view };
    },

    checkIn: async ({ who: { sittingId }, body: { commandId, epoch, sittingId: meant }, receivedAt }) => {
      requireSame(sittingId, meant);
      await parts.positions.check(sittingId, 1, epoch);
      return checkIn(parts, { sittingId, commandId, receivedAt });
    },

    sendCommand: async ({ who: { sittingId }, body: { sittingId: meant, ...body }, receivedAt }) => {
      requireSame(sittingId, meant);
      return sendCommand({ sittingId, body, receivedAt });
    },

    claimPosition: async ({ who, body, receivedAt }) => claimPosition(parts, { who, ...body, receivedAt }),

    uploadStill: async ({ who: { sittingId }, body: bytes }) => {
      await parts.throttle.spend(`stills:${sittingId}`, STILLS_PER_WINDOW, STILLS_WINDOW_MS);
      const view = await readView(parts, sittingId);
      if (view?.step?.kind !== 'face-check') throw new AppError('NOT_NOW', view ? { view } : undefined);
      return storePicture(parts, { bytes, kind: 'still', sittingId });
    },

    readQuestion: async ({ who: { sittingId }, params: { questionId }, receivedAt }) =>
      readQuestion(parts, { sittingId, questionId, now: receivedAt }),

    readReceipt: async ({ who: { sittingId } }) => readReceipt(parts, sittingId),
  };
};

/** A page that began as another sitting's: this browser was turned to a rehearsal, or back. */
function requireSame(sittingId: string, meant: string | undefined): void {
  if (meant !== undefined && meant !== sittingId) throw new AppError('SUPERSEDED');
}
