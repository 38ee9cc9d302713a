import type { Handlers } from '../call';
import type { Parts } from '../parts';
import { presentSheets } from '../sheets/present-sheets';
import { sealSheets } from '../sheets/seal-sheets';
import { createCommandPaper } from '../sittings/command-paper';

/** Sheets of whichever device photographs; their bytes come by tus. */
export const sheetRoutes = (parts: Parts): Handlers<'commandPaper' | 'readSheets' | 'sealSheets'> => {
  const commandPaper = createCommandPaper(parts);
  return {
    commandPaper: async ({ who, body, receivedAt }) => commandPaper({ who, body, receivedAt }),

    readSheets: async ({ who: { sittingId } }) => presentSheets(parts, sittingId),

    sealSheets: async ({ who, body, receivedAt }) => {
      await parts.positions.check(who.sittingId, who.position, body.epoch);
      return sealSheets(parts, { who, body, receivedAt });
    },
  };
};
