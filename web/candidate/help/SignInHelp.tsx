import { useMemo, type ReactNode } from 'react';
import { keptExam } from '../kept/last-exam';
import { HelpPlace } from './HelpPlace';

/** Before an exam is known, help gives the number of the last one on this device. */
export function SignInHelp({ children }: { readonly children: ReactNode }) {
  const phone = useMemo(() => keptExam(() => window.localStorage)?.phone ?? null, []);
  return (
    <HelpPlace phone={phone} sitting={null}>
      {children}
    </HelpPlace>
  );
}
