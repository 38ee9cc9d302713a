import { createContext, useContext } from 'react';
import type { DeviceState } from '#protocol/live.schema';
import type { LocalText } from '../../i18n/texts';

/** What an opened exam adds to help: whose it is, where he is, and how this device is. */
export interface HelpSitting {
  readonly candidate: { readonly name: string; readonly ticket: string };
  readonly position: 1 | 2;
  readonly step: { readonly id: string; readonly title: LocalText } | null;
  readonly device: DeviceState;
  readonly faults: readonly string[];
}

export interface Help {
  readonly show: () => void;
  /** Support wrote something that was not looked at yet; said beside the button. */
  readonly news: string | null;
}

export const HelpContext = createContext<Help>({ show: () => undefined, news: null });

export const useHelp = (): Help => useContext(HelpContext);
