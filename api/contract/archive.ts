import { z } from 'zod';
import { epochMs, localText, ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';

const who = { ability: 'take archives' } as const;
const head = z.string().regex(/^[0-9a-f]{64}$/);

export const listArchivedExams = endpoint({
  method: 'GET',
  path: '/api/archives',
  summary: 'Exams of the reader that can be archived, with how far they are and which archives were taken.',
  who,
  output: z.strictObject({
    exams: z.array(
      z.strictObject({
        id: ulid,
        code: z.string(),
        title: localText,
        closesAt: epochMs,
        /** Sittings begun, and those of them that have ended. */
        begun: z.number().int(),
        ended: z.number().int(),
        archives: z.array(
          z.strictObject({
            at: epochMs,
            byName: z.string(),
            /** The exam, or one sitting of it. */
            of: ulid,
            lines: z.number().int(),
            head,
          }),
        ),
      }),
    ),
  }),
  refusals: [],
});

export const takeExamArchive = endpoint({
  method: 'GET',
  path: '/api/exams/:examId/archive',
  summary: 'Everything kept of an exam as a chain of lines, for `bin/verify-archive.mjs`.',
  who,
  params: z.strictObject({ examId: ulid }),
  output: 'lines',
  refusals: ['NOT_FOUND'],
});

export const takeSittingArchive = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/archive',
  summary: 'Everything kept of one sitting as a chain of lines, for `bin/verify-archive.mjs`.',
  who,
  params: z.strictObject({ sittingId: ulid }),
  output: 'lines',
  refusals: ['NOT_FOUND'],
});
