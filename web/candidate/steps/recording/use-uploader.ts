import { useCallback, useEffect, useRef, useState } from 'react';
import { declareSegment, slices } from '#contract/takes';
import { useApi } from '../../../api/ApiProvider';
import type { Call } from '../../../api/client';
import { pause } from '../../../api/insist';
import { isPassing } from '../../../api/result';
import { spreadDelay } from '../../../api/retry';
import type { KeptSegment, SliceShelf } from '../../../media/recorder/slice';
import { useMedia } from '../../../media/MediaProvider';
import { sendByTus } from '../../../media/recorder/tus-send';
import { SliceUploader, type SendOutcome } from '../../../media/recorder/uploader';
import { createSliceShelf } from '../../kept/slice-shelf';
import { useSitting } from '../../sitting/sitting-context';
import { useRecorderBox } from './recorder-status';

/** The clock runs while slices wait: when the network is back, nobody waits much longer. */
const LONGEST_WAIT_MS = 8_000;

const place = { endpoint: slices.path, epochHeader: slices.epochHeader };

async function declare(
  call: Call,
  { takeId, epoch, segment, span, type, slices }: KeptSegment,
): Promise<SendOutcome> {
  const body = { epoch, segment, span, mediaType: type, slices: [...slices] };
  const result = await call(declareSegment, { params: { takeId }, body });
  if (result.ok) return { kind: 'stored' };
  const { refused } = result.no;
  if (refused === 'OFFLINE' || isPassing(result.no)) return { kind: 'again' };
  if (refused === 'SUPERSEDED' || refused === 'NOT_SIGNED_IN') return { kind: 'stop', code: refused };
  return { kind: 'refused', code: refused };
}

export interface SliceSending {
  readonly shelf: SliceShelf;
  readonly wake: () => void;
  /** Segments whose recorder lives in this page; all others are over. */
  readonly mine: Set<string>;
}

/** What an earlier page recorded has ended with that page. */
async function closeLeft({ shelf, mine }: Omit<SliceSending, 'wake'>, sittingId: string): Promise<void> {
  for (const segment of await shelf.segments(sittingId))
    if (!segment.over && !mine.has(segment.key)) await shelf.keepSegment({ ...segment, over: true });
}

/** Sends everything that is kept of this sitting, also what an earlier page left, for as long as the device's page lives. */
export function useUploader(): SliceSending {
  const { call } = useApi();
  const { home, epoch } = useSitting();
  const { uplink } = useMedia();
  const box = useRecorderBox();
  const { sittingId } = home.candidate;
  const [shelf] = useState(() => createSliceShelf());
  const [mine] = useState(() => new Set<string>());
  const uploader = useRef<SliceUploader | null>(null);
  useEffect(() => {
    const made = new SliceUploader({
      sittingId,
      shelf,
      send: async (slice, part, signal) => {
        await uplink.untilMayUpload(signal);
        return sendByTus(place, slice, part, signal);
      },
      declare: (segment) => declare(call, segment),
      wait: (attempt, signal) => pause(Math.min(LONGEST_WAIT_MS, spreadDelay(attempt, Math.random)), signal),
    });
    uploader.current = made;
    const tell = (): void => box.become({ uploader: made.state() });
    const forget = made.subscribe(tell);
    void closeLeft({ shelf, mine }, sittingId).then(made.wake);
    return () => {
      forget();
      made.close();
    };
  }, [box, call, epoch, mine, shelf, sittingId, uplink]);
  const wake = useCallback(() => uploader.current?.wake(), []);
  return { shelf, wake, mine };
}
