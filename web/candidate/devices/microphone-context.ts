import { createContext, useContext } from 'react';

export interface Microphone {
  /** Closed by the candidate himself. */
  readonly muted: boolean;
  readonly toggle: () => void;
}

export const MicrophoneContext = createContext<Microphone>({ muted: false, toggle: () => undefined });

export const useMicrophone = (): Microphone => useContext(MicrophoneContext);
