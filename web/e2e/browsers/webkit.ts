import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { tapAt, typing, type Driver } from './driver';
import { startInPlace, type Place } from './place';

const OPTIONS = [
  '--automation',
  '--enable-media-stream=true',
  '--enable-mock-capture-devices=true',
  '--enable-webrtc=true',
  '--enable-write-console-messages-to-stdout=true',
];

/** Debian's MiniBrowser, the nearest thing to Safari's engine here, driven over classic WebDriver. */
export async function startWebKit(): Promise<Driver> {
  const [port, screen] = [await freePort(), 90 + (process.pid % 500)];
  const place = startInPlace(
    () =>
      `{ Xvfb :${screen} -screen 0 1280x900x24 -nolisten tcp & DISPLAY=:${screen} exec WebKitWebDriver --port=${port}; }`,
    {
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    },
  );
  try {
    return await speak(place, `http://127.0.0.1:${port}`);
  } catch (fault) {
    const log = place.log();
    await place.end();
    throw new Error(`WebKitGTK did not start: ${log}`, { cause: fault });
  }
}

async function speak(place: Place, server: string): Promise<Driver> {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${server}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
  const end = Date.now() + 30_000;
  while (
    !(await fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > end) throw new Error('the driver does not answer');
    await wait(100);
  }
  const binary = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: OPTIONS } };
  const { sessionId, capabilities } = await ask<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>('POST', '/session', {
    capabilities: { alwaysMatch },
  });
  const session = `/session/${sessionId}`;
  const act = (actions: unknown) => ask('POST', `${session}/actions`, { actions });
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    goto: async (url) => void (await ask('POST', `${session}/url`, { url })),
    run: (body, ...args) =>
      ask('POST', `${session}/execute/async`, {
        script: `const done = arguments[arguments.length - 1]; (async function () { ${body} }).apply(null, arguments[0]).then((value) => done(value ?? null), (fault) => done({ fault: String(fault) }));`,
        args: [args],
      }),
    tap: async (x, y) => void (await act(tapAt(x, y))),
    type: async (text) => void (await act(typing(text))),
    picture: async () => Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64'),
    close: async () => {
      await ask('DELETE', session).catch(() => undefined);
      await place.end();
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
