import { Readable } from 'node:stream';
import type { Context } from 'koa';
import type { Contract } from '#contract';
import type { Endpoint } from '#contract/endpoint';
import type { Bytes } from '../call';
import type { Parts } from '../parts';
import { createOutgoing } from './outgoing';

type Answer = (ctx: Context, reply: unknown) => void;

/** Writes a handler's reply in the declared form: an event stream, inert bytes, or JSON by its schema. */
export function createAnswer(parts: Parts, name: keyof Contract, endpoint: Endpoint): Answer {
  if (endpoint.output === 'stream') return answerStream;
  if (endpoint.output === 'lines') return answerLines;
  if (endpoint.output === 'bytes') return (ctx, reply) => answerBytes(ctx, reply as Bytes);
  const outgoing = createOutgoing(endpoint.output);
  return (ctx, reply) => {
    const { value, undeclared } = outgoing(reply);
    if (undeclared.length > 0) {
      parts.metrics.undeclared.inc({ endpoint: name, what: 'field' });
      parts.logger.error(
        { endpoint: name, undeclared: undeclared.slice(0, 20) },
        'undeclared fields dropped',
      );
    }
    ctx.set('cache-control', 'no-store');
    ctx.body = value;
  };
}

const answerStream: Answer = (ctx, reply) => {
  if (!(reply instanceof Readable)) throw new Error('a stream endpoint answers with a readable stream');
  ctx.set('content-type', 'text/event-stream; charset=utf-8');
  ctx.set('cache-control', 'no-store, no-transform');
  // Proxies must pass events on as they come.
  ctx.set('x-accel-buffering', 'no');
  ctx.body = reply;
};

const answerLines: Answer = (ctx, reply) => {
  if (!(reply instanceof Readable)) throw new Error('an endpoint of lines answers with a readable stream');
  ctx.set('cache-control', 'no-store');
  ctx.attachment();
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = reply;
};

/** Never sniffed, stored, framed or run. */
export function answerBytes(ctx: Context, { type, bytes }: Bytes): void {
  ctx.set('content-security-policy', "default-src 'none'; sandbox");
  ctx.set('cache-control', 'no-store');
  ctx.type = type;
  ctx.body = bytes;
}
