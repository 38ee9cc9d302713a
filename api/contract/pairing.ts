import { z } from 'zod';
import { epochMs, localText } from '#protocol/text.schema';
import { endpoint } from './endpoint';
import { deviceId } from './shared';

export const offerPairing = endpoint({
  method: 'POST',
  path: '/api/sitting/pairing',
  summary:
    'A fresh link (for the QR code) and short code for the second device; the one before stays valid 60 s more.',
  who: 'candidate',
  body: z.strictObject({ epoch: z.number().int() }),
  output: z.strictObject({
    url: z.url(),
    /** Typed at `/pair`: six figures. */
    shortCode: z.string(),
    expiresAt: epochMs,
  }),
  refusals: ['SUPERSEDED', 'ALREADY_OVER', 'UNAVAILABLE'],
});

const codeOrToken = z.union([
  z.strictObject({ token: z.string().min(20).max(200) }),
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
]);

export const lookAtPairing = endpoint({
  method: 'POST',
  path: '/api/pairing/look',
  summary: 'What a pairing link is for, before the picture is seen. Spends nothing.',
  who: 'anyone',
  body: codeOrToken,
  output: z.strictObject({ examTitle: localText, candidate: z.string(), expiresAt: epochMs }),
  refusals: ['PAIRING_EXPIRED', 'SLOW_DOWN'],
});

export const spendPairing = endpoint({
  method: 'POST',
  path: '/api/pairing/spend',
  summary: 'The second device joins as position 2, after its picture is seen; sets its session cookie.',
  who: 'anyone',
  body: z.intersection(codeOrToken, z.object({ deviceId })),
  output: z.strictObject({ position: z.literal(2), epoch: z.number().int() }),
  refusals: ['PAIRING_EXPIRED', 'ALREADY_OVER', 'SLOW_DOWN', 'UNAVAILABLE'],
});
