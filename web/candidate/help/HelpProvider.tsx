import { useMemo, type ReactNode } from 'react';
import { keptExam } from '../kept/last-exam';
import { HelpContext } from './help-context';

/** Before an exam is known, help gives the number of the last one on this device. */
export function HelpProvider({ children }: { readonly children: ReactNode }) {
  const known = useMemo(() => {
    const phone = keptExam(() => window.localStorage)?.phone ?? null;
    return { phone, facts: [], report: null };
  }, []);
  return <HelpContext value={known}>{children}</HelpContext>;
}
