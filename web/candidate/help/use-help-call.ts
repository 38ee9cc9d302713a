import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { z } from 'zod';
import { askForHelp, endOwnHelp, readOwnHelp, writeInHelp, type ownHelpCall } from '#contract/help';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import { useDrafts, type Conversation } from '../../live/use-drafts';
import type { Message } from '../../ui/Messages';
import type { HelpSitting } from './help-context';
import { helpReportOf } from './help-report';

export type OwnCall = z.infer<typeof ownHelpCall>;

export interface HelpCall {
  readonly call: OwnCall | null;
  readonly talk: Conversation;
  /** `failing`: not there yet, and asked again. */
  readonly asking: 'no' | 'busy' | 'failing';
  readonly ask: () => void;
  readonly solved: () => void;
}

const EVERY_MS = 3_000;

const shownWords = (call: OwnCall | null): readonly Message[] =>
  (call?.words ?? []).map(({ id, at, text, name, mine }) => ({ id, at, text, from: mine ? null : name }));

/**
 * This candidate's call for help. It is asked for, not streamed: help has to work where the stream is what is
 * broken, and only whoever called asks.
 */
export function useHelpCall(sitting: HelpSitting): HelpCall {
  const { call: send } = useApi();
  const [call, setCall] = useState<OwnCall | null>(null);
  const [asking, setAsking] = useState<HelpCall['asking']>('no');
  const newest = useRef(sitting);
  useEffect(() => {
    newest.current = sitting;
  }, [sitting]);
  const isOpen = call !== null && call.closedAt === null;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const result = await send(readOwnHelp);
      if (stop.signal.aborted) return;
      if (result.ok) setCall(result.value.call);
      if (isOpen || !result.ok) timer = setTimeout(() => void look(), EVERY_MS);
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [send, isOpen]);

  const ask = useCallback(async (): Promise<void> => {
    setAsking('busy');
    const id = ulid();
    const request = () => {
      const report = helpReportOf(newest.current, window, navigator.userAgent, document.documentElement.lang);
      return send(askForHelp, { body: { id, report } });
    };
    const signal = AbortSignal.timeout(120_000);
    const result = await insist(request, { signal, onWait: () => setAsking('failing') });
    setAsking('no');
    if (result?.ok) setCall(result.value);
  }, [send]);

  const solved = useCallback(async (): Promise<void> => {
    const result = await send(endOwnHelp);
    if (result.ok) setCall((known) => known && { ...known, closedAt: known.closedAt ?? Date.now() });
  }, [send]);

  const heard = useMemo(() => shownWords(call), [call]);
  const post = useCallback((id: string, text: string) => send(writeInHelp, { body: { id, text } }), [send]);
  const talk = useDrafts({ heard, post, onPosted: setCall });
  return { call, talk, asking, ask: () => void ask(), solved: () => void solved() };
}
