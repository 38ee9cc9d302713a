import type { z } from 'zod';
import type { Ability } from '#protocol/policies';
import type { RefusalCode } from '#protocol/refusals';

/**
 * Who may call: anyone, a signed-in candidate's first device (`candidate`), either of his devices (`device`),
 * any staff, or staff holding an ability. Room and sitting are checked against path parameters.
 */
export type Who = 'anyone' | 'candidate' | 'device' | 'signed-in' | 'staff' | { readonly ability: Ability };

/** Everything an endpoint takes, gives and refuses, in one object: parsed both ways, source of OpenAPI. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Koa path with `:params`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly who: Who;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** JSON body, one picture (JPEG, PNG, WebP) or one file of any kind as the raw body. */
  readonly body?: z.ZodType | 'picture' | 'file';
  /** JSON answer, an event stream, bytes, or lines of text that are made while they are read. */
  readonly output: z.ZodType | 'stream' | 'bytes' | 'lines';
  readonly refusals: readonly RefusalCode[];
}

export const endpoint = <const E extends Endpoint>(spec: E): E => spec;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Given<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler receives, after parsing. */
export interface InputOf<E extends Endpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: E['body'] extends 'picture' | 'file' ? Buffer : Parsed<E['body']>;
}
/** What a client passes. */
export interface CallOf<E extends Endpoint> {
  readonly params?: Given<E['params']>;
  readonly query?: Given<E['query']>;
  readonly body?: E['body'] extends 'picture' | 'file' ? Blob : Given<E['body']>;
}
export type OutputOf<E extends Endpoint> = Parsed<E['output']>;
