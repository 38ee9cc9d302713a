import { z } from 'zod';
import { contract } from '#contract';
import type { Endpoint } from '#contract/endpoint';
import { statusOf } from '../errors';
import { escapeHtml } from '../http/escape-html';
import { wordsOf } from './openapi';
import { shapeOf } from './shape';

/** The contract as one readable page: no script, nothing from elsewhere. */
export function docsPage(): string {
  const endpoints = Object.entries(contract) as [string, Endpoint][];
  const links = endpoints.map(([name]) => `<li><a href="#${name}">${name}</a></li>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Examhall API</title><style>${style}</style></head><body>
<nav aria-label="Endpoints"><h2>Endpoints</h2><ul>${links}</ul></nav>
<main><h1>Examhall API</h1>${intro}${endpoints.map(section).join('')}</main></body></html>`;
}

const intro = `<p>Every endpoint is one object that says what it takes, gives and refuses; this page and
<a href="/api/openapi.json">openapi.json</a> are made from it. Times are epoch milliseconds. Ids are ULIDs.
A refusal is <code>{ refused, details?, requestId }</code>; clients go by <code>refused</code>.
Requests that change something come from the hall's own pages (<code>Origin</code> is checked) and are safe to repeat
with the same <code>commandId</code>. Any endpoint may also answer <code>UNAVAILABLE</code> (503, repeat it) or
<code>INTERNAL</code> (500, a defect of ours).</p>`;

const section = ([name, endpoint]: [string, Endpoint]): string => `
<section id="${name}"><h2>${name}</h2>
<p class="line"><b>${endpoint.method}</b> <code>${escapeHtml(endpoint.path)}</code></p>
<p>${escapeHtml(endpoint.summary)}</p>
<p class="who">For ${escapeHtml(wordsOf(endpoint.who))}.</p>
${part('Path', endpoint.params, 'input')}${part('Query', endpoint.query, 'input')}${part('Takes', endpoint.body, 'input')}
${part('Gives', endpoint.output, 'output')}${refusals(endpoint)}</section>`;

const media = {
  picture: 'one picture as the raw body: JPEG, PNG or WebP',
  file: 'one file as the raw body',
  stream: 'server-sent events',
  bytes: 'bytes',
  lines: 'lines of text, made while they are read',
} as const;

function part(title: string, shape: Endpoint['body'] | Endpoint['output'], io: 'input' | 'output'): string {
  if (shape === undefined) return '';
  const text =
    typeof shape === 'string' ? media[shape] : shapeOf(z.toJSONSchema(shape, { io, unrepresentable: 'any' }));
  return `<h3>${title}</h3><pre tabindex="0">${escapeHtml(text)}</pre>`;
}

const refusals = ({ refusals: codes }: Endpoint): string =>
  codes.length === 0
    ? ''
    : `<h3>Refuses</h3><p>${codes.map((code) => `<code>${code}</code> ${statusOf[code]}`).join(', ')}</p>`;

const style = `
body{margin:0;display:grid;grid-template-columns:15rem minmax(0,1fr);font:16px/1.5 system-ui,sans-serif;color:#16262b;background:#f1f4f4}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;box-sizing:border-box;background:#fff;border-right:1px solid #d5dcdd}
nav h2{font-size:1rem}nav ul{list-style:none;padding:0;margin:0}nav a{display:block;padding:.15rem 0;color:#0f5f6b}
main{padding:1rem 2rem;max-width:60rem}section{margin:0 0 2rem;padding:1rem 1.25rem;background:#fff;border:1px solid #d5dcdd;border-radius:.5rem}
h2{margin:.2rem 0}h3{font-size:.9rem;margin:.8rem 0 .2rem}.who{color:#48595e}
pre{margin:0;padding:.6rem;overflow:auto;background:#f1f4f4;border-radius:.3rem}code,pre{font-size:.9rem}
@media(max-width:50rem){body{display:block}nav{position:static;height:auto}main{padding:1rem}}`;
