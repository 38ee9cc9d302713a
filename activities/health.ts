import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';

type States = () => Readonly<Record<string, string>>;

const answerHealth = (response: ServerResponse, states: States, isAsked: boolean): void => {
  const workers = states();
  const running = Object.values(workers).every((state) => state === 'RUNNING');
  const status = isAsked ? (running ? 200 : 503) : 404;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ workers }));
};

const answerMetrics = async (response: ServerResponse, registry: Registry): Promise<void> => {
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType }).end(text);
};

/** Answers `/healthz`: 200 while every worker of this process polls its queue, 503 otherwise; and `/metrics`. */
export const startHealth = (
  { port, host }: { readonly port: number; readonly host: string },
  states: States,
  registry: Registry,
): Server => {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') void answerMetrics(response, registry);
    else answerHealth(response, states, request.url === '/healthz');
  });
  return server.listen(port, host);
};
