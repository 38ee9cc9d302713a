import { useCallback, useState } from 'react';
import { replaceAddress } from '../entry/route';
import { CodeEntry } from './CodeEntry';
import { CodeScan } from './CodeScan';
import { PairingLink } from './PairingLink';

/** `/pair`: another phone becomes the second camera, by the scanned link or by six figures. */
export function PairPage({ token }: { readonly token: string | null }) {
  const [code, setCode] = useState<string | null>(null);
  const [scanning, setScanning] = useState(false);
  const goTo = useCallback((scanned: string) => replaceAddress(`/pair/${encodeURIComponent(scanned)}`), []);
  if (token) return <PairingLink key={token} by={{ token }} onWrong={null} />;
  if (code) return <PairingLink key={code} by={{ code }} onWrong={() => setCode(null)} />;
  if (scanning) return <CodeScan onToken={goTo} onBack={() => setScanning(false)} />;
  return <CodeEntry onCode={setCode} onScan={() => setScanning(true)} />;
}
