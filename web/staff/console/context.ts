import { createContext, useContext } from 'react';
import type { StaffMe } from '../../api/use-me';
import type { ConsoleView } from './use-console';
import type { Orders } from './use-orders';
import type { Chime } from './use-chime';
import type { Unread } from './use-unread';

export interface ConsoleContext {
  readonly me: StaffMe;
  readonly view: ConsoleView;
  readonly orders: Orders;
  readonly unread: Unread;
  readonly chime: Chime;
  /** Name of the candidate of a sitting, for sentences. */
  readonly nameOf: (sittingId: string) => string;
}

export const ConsoleContext = createContext<ConsoleContext | null>(null);

export function useConsoleContext(): ConsoleContext {
  const context = useContext(ConsoleContext);
  if (!context) throw new Error('This part stands outside of a console');
  return context;
}
