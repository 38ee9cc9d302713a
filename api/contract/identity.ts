import { z } from 'zod';
import { epochMs } from '#protocol/text.schema';
import { endpoint } from './endpoint';
import { commandId, sittingParams } from './shared';

const verdict = z.enum(['same', 'different', 'unsure']);

export const identityCase = z.strictObject({
  caseId: z.string(),
  phase: z.enum(['open', 'second-person', 'decided']),
  openedAt: epochMs,
  reason: z.string(),
  decidedBy: z.enum(['waiting-officer', 'invigilator', 'review-desk']),
  verdict: verdict.nullable(),
  /** `staff:<id>` of whoever said "different" first, and his name. */
  firstBy: z.string().nullable(),
  firstByName: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: epochMs.nullable(),
});

export const readIdentity = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/identity',
  summary:
    'Registered photo, stills of the attempts, captured card, and the case if there is one. The look is recorded.',
  who: { ability: 'look at identity pictures' },
  params: sittingParams,
  output: z.strictObject({
    /** Short-lived addresses. */
    registeredUrl: z.string().nullable(),
    stills: z.array(z.strictObject({ url: z.string(), at: epochMs })),
    cardUrl: z.string().nullable(),
    idNumberMasked: z.string().nullable(),
    case: identityCase.nullable(),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const captureCard = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/card',
  summary: "A frame of the candidate's video with the ID card held to the camera.",
  who: { ability: 'decide an identity case' },
  params: sittingParams,
  body: 'picture',
  output: z.strictObject({ key: z.string(), url: z.string() }),
  refusals: ['NOT_FOUND', 'NOT_AN_IMAGE', 'TOO_LARGE', 'UNAVAILABLE'],
});

export const decideIdentity = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/identity',
  summary: 'Decides the identity case; "different" needs a second person.',
  who: { ability: 'decide an identity case' },
  params: sittingParams,
  body: z.strictObject({
    commandId,
    verdict,
    note: z.string().trim().max(1000).nullable(),
    cardKey: z.string().max(80).nullable(),
  }),
  output: identityCase,
  refusals: ['NOT_FOUND', 'ALREADY_DONE', 'SECOND_PERSON_NEEDED', 'UNAVAILABLE'],
});
