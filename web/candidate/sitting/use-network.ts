import { useCallback, useEffect, useState } from 'react';
import { atFirst, hear, type Heard, type Network } from './network';

/** What signs of life and the browser itself say of the network. */
export function useNetwork(onBack: () => void): { network: Network; onHeard: (heard: Heard) => void } {
  const [network, setNetwork] = useState<Network>(atFirst);
  const onHeard = useCallback((heard: Heard) => setNetwork((known) => hear(known, heard, Date.now())), []);
  const out = network.outSince !== null;
  useEffect(() => (out ? onBack : undefined), [out, onBack]);
  useEffect(() => {
    const gone = (): void => onHeard({ kind: 'silence' });
    window.addEventListener('offline', gone);
    return () => window.removeEventListener('offline', gone);
  }, [onHeard]);
  return { network, onHeard };
}
