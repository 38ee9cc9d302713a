import { useEffect, useState } from 'react';
import { ulid } from 'ulid';
import type { StepCommand } from '#steps/schemas';
import { useServerClock } from '../../../ui/server-clock';
import { createFactWatch, type FactWatch } from './fact-watch';

interface Watched {
  readonly on: boolean;
  /** The exam is on this page, so leaving it says something; else its own tab is where he has to be. */
  readonly page: boolean;
  readonly fullScreen: boolean;
  /** Null where no screen has to be shared. */
  readonly shared: boolean | null;
}

const LOOK_MS = 1_000;

function lookAt(watch: FactWatch, { page, fullScreen, shared }: Watched, at: number): void {
  if (page) watch.lasts('page-left', document.hidden || !document.hasFocus(), at);
  if (page && fullScreen) watch.lasts('full-screen-left', document.fullscreenElement === null, at);
  if (shared !== null) watch.lasts('screen-share-stopped', !shared, at);
  const { isExtended } = window.screen as Screen & { readonly isExtended?: boolean };
  watch.lasts('second-display', isExtended === true, at);
}

/** Sees what this page can see while the exam runs, and tells it. Where a browser cannot say, there is no fact. */
export function useFacts(watched: Watched, ask: (command: StepCommand) => Promise<boolean>): void {
  const { now } = useServerClock();
  const { on, page, fullScreen, shared } = watched;
  const [watch] = useState(() => {
    const said = { ask };
    const made = createFactWatch({
      newId: () => ulid(),
      send: (facts) => said.ask({ name: 'proctored.facts', facts }),
    });
    return { made, said };
  });
  useEffect(() => {
    watch.said.ask = ask;
  }, [watch, ask]);
  useEffect(() => {
    if (!on) return undefined;
    const look = (): void => {
      lookAt(watch.made, { on, page, fullScreen, shared }, now());
      void watch.made.flush(now());
    };
    const copied = (): void => watch.made.happened('copied', now());
    const pasted = (): void => watch.made.happened('pasted', now());
    const listening = new AbortController();
    const given = { signal: listening.signal };
    for (const name of ['visibilitychange', 'fullscreenchange']) document.addEventListener(name, look, given);
    for (const name of ['blur', 'focus']) window.addEventListener(name, look, given);
    for (const name of ['copy', 'cut']) document.addEventListener(name, copied, given);
    document.addEventListener('paste', pasted, given);
    const timer = setInterval(look, LOOK_MS);
    look();
    return () => {
      listening.abort();
      clearInterval(timer);
    };
  }, [watch, on, page, fullScreen, shared, now]);
}
