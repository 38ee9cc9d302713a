import { probeUplink, putTrialPart, sealTrial } from '#contract/rehearsal';
import type { RehearsalState } from '#protocol/rehearsal.schema';
import type { Call } from '../../api/client';
import { insist } from '../../api/insist';
import { partsOf, recordTake } from './record-take';

const PATIENCE_MS = 90_000;
const PROBE_BYTES = 256 * 1024;
const PROBES = 2;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function sendPart(call: Call, trial: number, part: number, body: Blob, signal: AbortSignal) {
  const digest = hex(await crypto.subtle.digest('SHA-256', await body.arrayBuffer()));
  const params = { trial, part };
  const sent = await insist(() => call(putTrialPart, { params, query: { digest }, body }), { signal });
  if (!sent?.ok) throw new Error('A part did not arrive');
}

/** How fast this device sends, kbit/s: the better of a few tries, since others use the line too. */
export async function measureUplink(call: Call): Promise<number> {
  const filler = new Uint8Array(PROBE_BYTES);
  for (let from = 0; from < PROBE_BYTES; from += 65_536)
    crypto.getRandomValues(filler.subarray(from, from + 65_536));
  let best = 0;
  for (let nth = 0; nth < PROBES; nth += 1) {
    const began = performance.now();
    const sent = await call(probeUplink, { body: new Blob([filler], { type: 'application/octet-stream' }) });
    if (sent.ok) best = Math.max(best, (PROBE_BYTES * 8) / Math.max(1, performance.now() - began));
  }
  return Math.round(best);
}

/**
 * Records ten seconds and sends them while it records: each part with its digest, again until it is there.
 * @returns what the server knows then; null where this browser cannot record
 * @throws Error where it did not arrive in time
 */
export async function sendTake(
  call: Call,
  trial: number,
  stream: MediaStream,
): Promise<RehearsalState | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let sending: Promise<void> = Promise.resolve();
  let parts = 0;
  const recording = recordTake(stream, (slice) => {
    for (const body of partsOf(slice)) {
      const part = parts;
      parts += 1;
      sending = sending.then(() => sendPart(call, trial, part, body, signal));
      sending.catch(() => undefined);
    }
  });
  if (!recording) return null;
  const ms = await recording.done;
  await sending;
  const uplinkKbps = await measureUplink(call);
  const body = { mediaType: recording.mediaType, parts, ms, uplinkKbps };
  const sealed = await insist(() => call(sealTrial, { params: { trial }, body }), { signal });
  if (!sealed?.ok) throw new Error('The recording did not arrive whole');
  return sealed.value;
}
