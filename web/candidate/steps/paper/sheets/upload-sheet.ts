import { DetailedError, Upload } from 'tus-js-client';
import { sheetRefusals, uploads } from '#contract/sheets';
import { refusalOf } from '../../../../api/answer';
import type { No } from '../../../../api/result';

export type SheetRefusal = (typeof sheetRefusals)[number];

export type UploadOutcome =
  | { readonly at: 'ready' }
  | { readonly at: 'refused'; readonly code: SheetRefusal }
  /** The network, or a part of ours that is away: nothing that has arrived is lost. */
  | { readonly at: 'again' }
  /** Nothing more is taken from this device, or not any more. */
  | { readonly at: 'stopped'; readonly no: No };

export interface UploadWish {
  readonly blob: Blob;
  readonly digest: string;
  readonly type: string;
  readonly stepId: string;
  readonly epoch: number;
  readonly onPart: (part: number) => void;
  readonly signal: AbortSignal;
}

const CHUNK_BYTES = 1024 * 1024;
/** A connection that says nothing for so long is dead, whatever the browser believes. */
const STALL_MS = 30_000;
/** Longer once all is sent: the server may take a minute to read a large HEIC. */
const CHECK_MS = 120_000;

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a failed request of the upload means. */
export function outcomeOf(error: Error): UploadOutcome {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response || response.getStatus() === 0) return { at: 'again' };
  const no = refusalOf(response.getStatus(), bodyOf(response.getBody()));
  const refused = sheetRefusals.find((code) => code === no.refused);
  if (refused) return { at: 'refused', code: refused };
  const passing = ['UNAVAILABLE', 'INTERNAL', 'CONFLICT', 'SLOW_DOWN', 'NOT_FOUND'].includes(no.refused);
  return passing ? { at: 'again' } : { at: 'stopped', no };
}

/** Sends one sheet by tus; what the server has of it already is not sent again. */
export function uploadSheet(wish: UploadWish): Promise<UploadOutcome> {
  const { blob, digest, type, stepId, epoch, onPart, signal } = wish;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout>;
    const finish = (outcome: UploadOutcome): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      resolve(outcome);
    };
    const giveUp = (): void => {
      void upload.abort();
      finish({ at: 'again' });
    };
    const watch = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    };
    const upload = new Upload(blob, {
      endpoint: uploads.path,
      metadata: { step: stepId, digest, type },
      headers: { [uploads.epochHeader]: String(epoch) },
      chunkSize: CHUNK_BYTES,
      // The second creation of the same bytes finds their offset by asking for it.
      retryDelays: [0, 500],
      storeFingerprintForResuming: false,
      onProgress: (sent, total) => {
        watch(sent >= total ? CHECK_MS : STALL_MS);
        onPart(total > 0 ? sent / total : 0);
      },
      onSuccess: () => finish({ at: 'ready' }),
      onError: (error) => finish(outcomeOf(error)),
    });
    signal.addEventListener('abort', giveUp);
    watch(STALL_MS);
    upload.start();
  });
}
