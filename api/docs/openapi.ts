import { z } from 'zod';
import { contract, type Contract } from '#contract';
import type { Endpoint, Who } from '#contract/endpoint';
import { abilities } from '#protocol/policies';
import { refusalCodes, type RefusalCode } from '#protocol/refusals';
import { statusOf } from '../errors';
import { impliedRefusals } from '../http/implied-refusals';
import { SESSION_COOKIE } from '../middleware/session';

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 from the contract itself: what is served is what is described. */
export function describeApi(serverUrl: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Examhall',
      version: '1',
      description: 'The cloud exam hall. Times are epoch milliseconds; a refusal is a typed no with a code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    paths: describePaths(),
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } },
      schemas: { Refusal: refusalSchema(refusalCodes), Json: { description: 'Any JSON value.' } },
    },
  };
}

function describePaths(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of Object.entries(contract) as [keyof Contract, Endpoint][]) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeEndpoint(name, endpoint) };
  }
  return paths;
}

function describeEndpoint(name: string, endpoint: Endpoint): Json {
  return {
    operationId: name,
    summary: endpoint.summary,
    description: `For ${wordsOf(endpoint.who)}.`,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    security: endpoint.who === 'anyone' ? [] : [{ session: [] }],
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')],
    ...(endpoint.body && { requestBody: { required: true, content: bodyOf(endpoint.body) } }),
    responses: { 200: { description: 'Done.', content: answerOf(endpoint.output) }, ...refusalsOf(endpoint) },
  };
}

export function wordsOf(who: Who): string {
  if (typeof who === 'object') return `staff who may ${who.ability} (${abilities[who.ability].join(', ')})`;
  const words = {
    anyone: 'anyone',
    candidate: "a candidate's first device",
    device: 'either device of a candidate',
    'signed-in': 'anyone who is signed in',
    staff: 'any staff of the room; the order decides who may give it',
  } as const satisfies Record<Extract<Who, string>, string>;
  return words[who];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return { ...(withoutCycles(json) as Json), $schema: undefined, $defs: undefined };
}

/** Only "any JSON" refers to itself; in a description it is a schema of its own. */
function withoutCycles(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutCycles);
  if (typeof part !== 'object' || part === null) return part;
  if ('$ref' in part) return { $ref: '#/components/schemas/Json' };
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withoutCycles(value)]));
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

const binary = { type: 'string', contentMediaType: 'application/octet-stream' };

const bodyOf = (body: NonNullable<Endpoint['body']>): Json => {
  if (body === 'file') return { 'application/octet-stream': { schema: binary } };
  return body === 'picture'
    ? { 'image/jpeg': { schema: binary }, 'image/png': { schema: binary }, 'image/webp': { schema: binary } }
    : { 'application/json': { schema: schemaOf(body, 'input') } };
};

function answerOf(output: Endpoint['output']): Json {
  if (output === 'lines') return { 'text/plain': { schema: { type: 'string' } } };
  if (output === 'stream') return { 'text/event-stream': { schema: { type: 'string' } } };
  if (output === 'bytes') return { '*/*': { schema: binary } };
  return { 'application/json': { schema: schemaOf(output, 'output') } };
}

/** One answer a status, naming the codes that come with it. */
function refusalsOf(endpoint: Endpoint): Json {
  const codes = [...new Set([...endpoint.refusals, ...impliedRefusals(endpoint)])];
  const statuses = groupByStatus(codes);
  return Object.fromEntries(
    [...statuses].map(([status, named]) => [
      status,
      {
        description: named.join(', '),
        content: { 'application/json': { schema: refusalSchema(named) } },
      },
    ]),
  );
}

function groupByStatus(codes: readonly RefusalCode[]): ReadonlyMap<number, readonly RefusalCode[]> {
  const groups = new Map<number, RefusalCode[]>();
  for (const code of codes) groups.set(statusOf[code], [...(groups.get(statusOf[code]) ?? []), code]);
  return groups;
}

const refusalSchema = (codes: readonly RefusalCode[]): Json => ({
  type: 'object',
  required: ['refused', 'requestId'],
  properties: {
    refused: { type: 'string', enum: codes },
    details: { type: 'object', additionalProperties: true },
    requestId: { type: 'string' },
  },
});
