import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { openElsewhere } from '#contract/proctored';
import { useApi } from '../../../api/ApiProvider';
import { insist } from '../../../api/insist';
import type { Refused } from '../../../api/result';

export type Elsewhere = OutputOf<typeof openElsewhere>;

interface SebSecurity {
  readonly configKey?: string;
  readonly browserExamKey?: string;
  readonly updateKeys?: (done: () => void) => void;
}
const WAIT_MS = 3_000;

/** What Safe Exam Browser says by its JavaScript API; nothing in any other browser. */
async function askSeb(): Promise<SebSecurity> {
  const { SafeExamBrowser } = window as { SafeExamBrowser?: { security?: SebSecurity } };
  const security = SafeExamBrowser?.security;
  if (!security?.updateKeys) return security ?? {};
  await new Promise<void>((resolve) => {
    setTimeout(resolve, WAIT_MS);
    security.updateKeys?.(resolve);
  });
  return security;
}

const hashOf = (key: string | undefined): string | null => (key && /^[0-9a-f]{64}$/i.test(key) ? key : null);

/** Where the exam runs, once the server is satisfied with the browser that asks. */
export function useElsewhere() {
  const { call } = useApi();
  const [opened, setOpened] = useState<Elsewhere | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const given = new AbortController();
    const ask = async (): Promise<void> => {
      const seb = await askSeb();
      const body = {
        url: window.location.href,
        configKeyHash: hashOf(seb.configKey),
        browserExamKeyHash: hashOf(seb.browserExamKey),
      };
      const result = await insist(() => call(openElsewhere, { body }), { signal: given.signal });
      if (!result || given.signal.aborted) return;
      setOpened(result.ok ? result.value : null);
      setRefused(result.ok ? null : result);
    };
    void ask();
    return () => given.abort();
  }, [call, asked]);
  return { opened, refused, again: useCallback(() => setAsked((times) => times + 1), []) };
}
