import { z } from 'zod';
import { epochMs, localText, ulid } from '#protocol/text.schema';
import { endpoint } from './endpoint';

/** A fault of a flow file: where it is and what to change. Line and column count from 1. */
export const flowFault = z.strictObject({
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  path: z.string(),
  message: localText,
});
export type FlowFault = z.infer<typeof flowFault>;

const version = z.strictObject({
  id: ulid,
  number: z.number().int(),
  name: localText,
  publishedAt: epochMs,
  publishedBy: z.string(),
  digest: z.string(),
});
const yaml = z.string().max(500_000);

export const listFlows = endpoint({
  method: 'GET',
  path: '/api/admin/flows',
  summary: 'Flows with their versions and which exam uses which; exams beside.',
  who: { ability: 'configure exams' },
  output: z.strictObject({
    flows: z.array(z.strictObject({ id: ulid, key: z.string(), versions: z.array(version) })),
    exams: z.array(
      z.strictObject({
        id: ulid,
        code: z.string(),
        title: localText,
        /** Null until a flow is attached. */
        flowVersionId: ulid.nullable(),
        /** Sittings begun, by the version they carry. */
        sittings: z.array(z.strictObject({ flowVersionId: ulid, count: z.number().int() })),
      }),
    ),
  }),
  refusals: [],
});

export const readFlowVersion = endpoint({
  method: 'GET',
  path: '/api/admin/flow-versions/:versionId',
  summary: 'The YAML of a published version, as it was published.',
  who: { ability: 'configure exams' },
  params: z.strictObject({ versionId: ulid }),
  output: z.strictObject({ version, yaml: z.string() }),
  refusals: ['NOT_FOUND'],
});

export const checkFlow = endpoint({
  method: 'POST',
  path: '/api/admin/flows/check',
  summary: 'All faults of a flow file, by line and path. Stores nothing.',
  who: { ability: 'configure exams' },
  body: z.strictObject({ yaml }),
  output: z.strictObject({ faults: z.array(flowFault), name: localText.nullable() }),
  refusals: [],
});

export const publishFlow = endpoint({
  method: 'POST',
  path: '/api/admin/flows',
  summary: 'Publishes the next, immutable version of a flow (a new flow if the key is new).',
  who: { ability: 'configure exams' },
  body: z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/), yaml }),
  output: version,
  refusals: ['FLOW_FAULTY', 'VERSION_PUBLISHED'],
});

export const attachFlow = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/flow',
  summary: 'The exam uses this version from now on; sittings already begun keep theirs.',
  who: { ability: 'configure exams' },
  params: z.strictObject({ examId: ulid }),
  body: z.strictObject({ flowVersionId: ulid }),
  output: z.strictObject({ flowVersionId: ulid }),
  refusals: ['NOT_FOUND'],
});
