import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';

/** Where the fake lives: nobody's name, so that nothing but the fake can answer. */
export const JITSI = {
  JITSI_DOMAIN: 'meet.test',
  JITSI_APP_ID: 'hall',
  JITSI_APP_SECRET: 'shared with Jitsi',
  JITSI_PROBE_SECONDS: '0.5',
} as const;

/** `joins`: as if all was well. The others fail as Jitsi's documentation says it does. */
export type JitsiMood = 'joins' | 'no-script' | 'no-bridge';

declare global {
  interface Window {
    jitsi: { mood: 'joins' | 'no-bridge'; made: string[] };
  }
}

/** The documented part of `JitsiMeetExternalAPI`, without a conference: it joins, or says why not. */
const EXTERNAL_API = `
window.JitsiMeetExternalAPI = class {
  constructor(domain, { roomName, parentNode }) {
    this.listeners = new Map();
    this.frame = parentNode.ownerDocument.createElement('p');
    this.frame.textContent = 'Jitsi ' + domain;
    parentNode.append(this.frame);
    window.jitsi.made.push(roomName);
    setTimeout(() => {
      if (window.jitsi.mood === 'joins') this.tell('videoConferenceJoined', { roomName });
      else this.tell('errorOccurred', { error: { name: 'conference.videobridgeNotAvailable', isFatal: true } });
    }, 200);
  }
  on(event, listener) { this.listeners.set(event, listener); }
  tell(event, detail) { this.listeners.get(event)?.(detail); }
  executeCommand() {}
  dispose() { this.frame.remove(); }
};`;

/** Gives a device its Jitsi. To be called before its pages open. */
export async function installJitsi(context: BrowserContext, mood: JitsiMood): Promise<void> {
  const first = mood === 'no-bridge' ? mood : 'joins';
  await context.addInitScript(`window.jitsi = { mood: '${first}', made: [] };`);
  await context.route('https://meet.test/**', (route) =>
    mood === 'no-script'
      ? route.abort('connectionrefused')
      : route.fulfill({ contentType: 'text/javascript', body: EXTERNAL_API }),
  );
}

export const setMood = (page: Page, mood: 'joins' | 'no-bridge'): Promise<void> =>
  page.evaluate((wanted) => {
    window.jitsi.mood = wanted;
  }, mood);

/** Names of the conferences that a page has opened so far. */
export const conferencesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.jitsi.made);

/** What the hall's own prober asks; `isUp` may change at any time. */
export async function startHealth() {
  const health = { isUp: true };
  const server = createServer((_, response) => response.writeHead(health.isUp ? 200 : 503).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/about/health`;
  return { health, url, close: () => server.close() };
}
