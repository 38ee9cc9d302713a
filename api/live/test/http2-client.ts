import { connect, type ClientHttp2Session } from 'node:http2';
import { contract, type Contract } from '#contract';
import type { CallOf, Endpoint, OutputOf } from '#contract/endpoint';
import { createCollector, type Watched } from './watch-stream';

/** A browser that speaks HTTP/2: all requests and the stream over one connection. */
export function createHttp2Browser(url: string, cookie: string) {
  const session: ClientHttp2Session = connect(url);
  session.on('error', () => undefined);

  const call = <K extends keyof Contract>(
    name: K,
    given: CallOf<Contract[K]>,
  ): Promise<OutputOf<Contract[K]>> =>
    new Promise((resolve, reject) => {
      const endpoint: Endpoint = contract[name];
      const { query, body } = given as { query?: Record<string, string>; body?: unknown };
      const path = endpoint.path + (query ? `?${new URLSearchParams(query)}` : '');
      const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
      const headers = {
        ...{ ':method': endpoint.method, ':path': path, cookie },
        ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
      };
      const request = session.request(headers, { endStream: bytes === null });
      const chunks: Buffer[] = [];
      const answer = { status: 0 };
      request.on('response', (heads) => (answer.status = Number(heads[':status'])));
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('error', reject);
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.status === 200) resolve(JSON.parse(text) as OutputOf<Contract[K]>);
        else reject(new Error(`${name}: ${answer.status} ${text}`));
      });
      if (bytes) request.end(bytes);
    });

  const watch = (room?: string): Watched => {
    const path = `/api/live${room ? `?room=${room}` : ''}`;
    const stream = session.request({ ':method': 'GET', ':path': path, cookie });
    return createCollector(200, stream, () => stream.close());
  };

  return { call, watch, close: () => session.destroy() };
}
export type Http2Browser = ReturnType<typeof createHttp2Browser>;
