import { createContext, useContext } from 'react';
import type { Fact } from '../../ui/Facts';

/** What a page knows that helps on the telephone. */
export interface HelpKnown {
  /** Of the exam at hand, or of the last one on this device; null: on the admission ticket. */
  readonly phone: string | null;
  readonly facts: readonly Fact[];
  /** Keeps the device report with support's records; resolves to false where it could not be kept. */
  readonly report: (() => Promise<boolean>) | null;
}

export const HelpContext = createContext<HelpKnown>({ phone: null, facts: [], report: null });

export const useHelp = (): HelpKnown => useContext(HelpContext);
