import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { EventStream } from './event-stream';

const message = (length: number) => `{"x":"${'x'.repeat(length)}"}`;
const settled = () => new Promise((resolve) => setTimeout(resolve, 150));

/** A stream over a real socket whose other end reads only when told to. */
async function serve() {
  const stream = new EventStream();
  const server = createServer((_, response) => stream.pipe(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.on('error', () => undefined);
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(server, 'request');
  reader.pause();
  const close = async () => {
    reader.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { stream, reader, close };
}

/** Until the kernel takes no more and some megabytes wait here. */
async function fill(stream: EventStream): Promise<void> {
  while (!stream.destroyed && stream.readableLength < 4_000_000) {
    stream.sendText(message(200_000));
    await new Promise(setImmediate);
  }
  await settled();
  expect(stream.readableLength).toBeGreaterThan(1_000_000);
}

describe('an event stream', () => {
  it('lets what was said arrive before it ends, and says nothing afterwards', async () => {
    const stream = new EventStream();
    stream.sendText('{"last":"word"}');
    stream.end();
    stream.end();
    stream.sendText('{"too":"late"}');
    stream.beat();
    const heard: string[] = [];
    for await (const chunk of stream) heard.push(String(chunk));
    expect(heard.join('')).toBe('data: {"last":"word"}\n\n');
  });

  it('ends when more waits for its reader than is ever sent at once', async () => {
    const { stream, close } = await serve();
    for (let sent = 0; sent < 40 && !stream.destroyed; sent += 1) {
      stream.sendText(message(500_000));
      await new Promise(setImmediate);
    }
    expect(stream.destroyed).toBe(true);
    expect(stream.readableLength).toBeLessThan(8_000_000);
    await close();
  });

  it('ends when its reader took nothing between two beats', async () => {
    const { stream, close } = await serve();
    await fill(stream);
    stream.beat();
    await settled();
    expect(stream.destroyed).toBe(false);
    stream.beat();
    expect(stream.destroyed).toBe(true);
    await close();
  });

  it('stays for a reader that is slow but takes something', async () => {
    const { stream, reader, close } = await serve();
    for (let round = 0; round < 3; round += 1) {
      await fill(stream);
      const waiting = stream.readableLength;
      reader.resume();
      while (stream.readableLength >= waiting) await new Promise(setImmediate);
      reader.pause();
      await fill(stream);
      stream.beat();
      expect(stream.destroyed).toBe(false);
    }
    stream.destroy();
    await close();
  });
});
