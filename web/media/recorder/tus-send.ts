import { DetailedError, Upload } from 'tus-js-client';
import { refusalOf } from '../../api/answer';
import type { PartSent } from './part-size';
import type { KeptSlice } from './slice';
import type { SendOutcome } from './uploader';

export interface TusPlace {
  readonly endpoint: string;
  readonly epochHeader: string;
}

/** What a fault of the protocol means for the slice. */
export function outcomeOf(status: number | null, body: string): SendOutcome {
  if (status === null) return { kind: 'again' };
  const { refused } = refusalOf(status, parsed(body));
  if (refused === 'SUPERSEDED' || refused === 'NOT_SIGNED_IN') return { kind: 'stop', code: refused };
  if (status >= 500 || status === 423 || status === 429) return { kind: 'again' };
  return { kind: 'refused', code: refused };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const metadataOf = ({ takeId, span, segment, seq, from, to, digest, type }: KeptSlice) => ({
  take: takeId,
  span: String(span),
  segment: String(segment),
  seq: String(seq),
  from: String(from),
  to: String(to),
  digest,
  type,
});

/** Sends one slice by tus in parts. Repeating it goes on where the server is: it knows the slice by its number. */
export function sendByTus(
  { endpoint, epochHeader }: TusPlace,
  slice: KeptSlice,
  part: { readonly bytes: number; readonly onPart: (sent: PartSent) => void },
  signal: AbortSignal,
): Promise<SendOutcome> {
  return new Promise((resolve) => {
    let since = performance.now();
    const upload = new Upload(new Blob([slice.body]), {
      endpoint,
      chunkSize: part.bytes,
      uploadDataDuringCreation: true,
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: { [epochHeader]: String(slice.epoch) },
      metadata: metadataOf(slice),
      onChunkComplete: (bytes) => {
        part.onPart({ bytes, ms: performance.now() - since });
        since = performance.now();
      },
      onSuccess: () => resolve({ kind: 'stored' }),
      onError: (fault) => {
        const response = fault instanceof DetailedError ? fault.originalResponse : null;
        resolve(outcomeOf(response?.getStatus() ?? null, response?.getBody() ?? ''));
      },
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      resolve({ kind: 'again' });
    });
    upload.start();
  });
}
