import { answerTo, forgetOthers, keepShell, type Shell, type Surroundings } from './answers';

/** Filled in by the build (`plugin.mts`). */
declare const __SHELL__: Shell;

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** What the compiler does not know of: this file runs in no page. */
interface Scope {
  readonly location: Location;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
}

const scope = self as unknown as Scope;
const shell = __SHELL__;
const around: Surroundings = {
  origin: scope.location.origin,
  fetch: (request) => fetch(request),
  caches,
};

scope.addEventListener('install', (event) => event.waitUntil(keepShell(shell, around)));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOthers(shell, around)));
scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request, shell, around);
  if (answer) event.respondWith(answer);
});
