import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import { tapAt, typing, type Driver } from './driver';
import { startInPlace, type Place } from './place';

/** Firefox's own fake camera and microphone, given without a question; it calls nobody. */
const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'intl.accept_languages': 'zh-CN',
  'remote.active-protocols': 1,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'browser.safebrowsing.downloads.remote.enabled': false,
};

/** Driven over WebDriver BiDi, which Firefox speaks by itself. */
export async function startFirefox(): Promise<Driver> {
  const place = startInPlace(
    (home) => {
      const profile = join(home, 'profile');
      mkdirSync(profile);
      const lines = Object.entries(PREFERENCES).map(
        ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
      );
      writeFileSync(join(profile, 'user.js'), lines.join('\n'));
      const size = '--width 1280 --height 900';
      return `exec firefox-esr --headless --no-remote ${size} --profile '${profile}' --remote-debugging-port 0 about:blank`;
    },
    { MOZ_HEADLESS: '1' },
  );
  try {
    return await speak(place);
  } catch (fault) {
    const log = place.log();
    await place.end();
    throw new Error(`Firefox did not start: ${log}`, { cause: fault });
  }
}

async function speak(place: Place): Promise<Driver> {
  const socket = new WebSocket(`${await addressOf(place)}/session`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const ask = commands(socket);
  const { capabilities } = (await ask('session.new', { capabilities: {} })) as {
    capabilities: { browserVersion: string };
  };
  const tree = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = tree.contexts[0]?.context ?? '';
  const act = (actions: unknown) => ask('input.performActions', { context, actions });
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    goto: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    run: async <T>(body: string, ...args: readonly unknown[]) => {
      const functionDeclaration = `async function () { return JSON.stringify((await (async function () { ${body} }).apply(null, ${JSON.stringify(args)})) ?? null); }`;
      const answer = (await ask('script.callFunction', {
        functionDeclaration,
        target: { context },
        awaitPromise: true,
      })) as Outcome;
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result.value) as T;
    },
    tap: async (x, y) => void (await act(tapAt(x, y))),
    type: async (text) => void (await act(typing(text))),
    picture: async () =>
      Buffer.from(
        ((await ask('browsingContext.captureScreenshot', { context })) as { data: string }).data,
        'base64',
      ),
    close: async () => {
      socket.close();
      await place.end();
    },
  };
}

type Outcome =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

async function addressOf(place: Place): Promise<string> {
  const end = Date.now() + 60_000;
  for (;;) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(place.log()) ?? [];
    if (address) return address;
    if (Date.now() > end || place.child.exitCode !== null) throw new Error('it does not listen');
    await wait(100);
  }
}

interface Message {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly message?: string;
}

/** A command at a time has a number, and so has its answer. */
function commands(socket: WebSocket) {
  const waiting = new Map<number, (message: Message) => void>();
  socket.on('message', (text) => {
    const message = JSON.parse(String(text)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  return (method: string, params: object): Promise<unknown> => {
    const id = (last += 1);
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ type, result, message }) => {
        waiting.delete(id);
        if (type === 'success') resolve(result);
        else reject(new Error(`${method}: ${message}`));
      });
    });
  };
}
