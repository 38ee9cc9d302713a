import { createServer, type Server } from 'node:http';

/** Answers `/healthz`: 200 while every worker of this process polls its queue, 503 otherwise. */
export const startHealth = (
  { port, host }: { readonly port: number; readonly host: string },
  states: () => Readonly<Record<string, string>>,
): Server => {
  const server = createServer((request, response) => {
    const workers = states();
    const running = Object.values(workers).every((state) => state === 'RUNNING');
    const status = request.url === '/healthz' ? (running ? 200 : 503) : 404;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ workers }));
  });
  return server.listen(port, host);
};
