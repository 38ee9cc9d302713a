import { useEffect, useEffectEvent, useState } from 'react';
import type { FacePose } from '#protocol/face';
import type { StepCommand, StepViews } from '#steps/schemas';
import { uploadStill } from '#contract/sitting';
import { useApi } from '../../../api/ApiProvider';
import { pause } from '../../../api/insist';
import { useMedia } from '../../../media/MediaProvider';
import { AttemptFrames, UploadRefused, type PoseFrames } from './frames';
import { planAttempt, posesOf, type Cue } from './sequence';
import type { Refused } from '../../../api/result';

type Challenge = Extract<StepViews['face-check'], { phase: 'challenge' }>;

export type AttemptState =
  /** Waits for a picture of the camera. */
  | { readonly at: 'finding' }
  | { readonly at: 'asking'; readonly index: number; readonly capturesAt: number; readonly taking: boolean }
  /** All taken; the last ones are on their way. */
  | { readonly at: 'sending' }
  /** Too little time left: it ends by itself and costs nothing. */
  | { readonly at: 'running-out' }
  | { readonly at: 'refused'; readonly refused: Refused };

interface AttemptParts {
  readonly view: Challenge;
  /** The camera delivers pictures. */
  readonly ready: boolean;
  readonly submit: (command: Extract<StepCommand, { name: 'face-check.submit' }>) => void;
  /** The first picture, for this page only. */
  readonly onPicture: (picture: Blob) => void;
}

const FIRST_WAIT_MS = 500;

interface Performance {
  readonly poses: readonly FacePose[];
  readonly deadlineAt: number;
  readonly frames: AttemptFrames;
  readonly now: () => number;
  readonly grab: () => Promise<Blob>;
  readonly tick: () => void;
  readonly become: (next: AttemptState | ((before: AttemptState) => AttemptState)) => void;
  readonly onPicture: (picture: Blob) => void;
  readonly signal: AbortSignal;
}

async function perform(
  cue: Cue,
  { poses, frames, grab, tick, become, onPicture }: Performance,
): Promise<void> {
  switch (cue.kind) {
    case 'ask':
      return become({ at: 'asking', index: cue.index, capturesAt: cue.capturesAt, taking: false });
    case 'taken':
      return tick();
    case 'capture': {
      become((before) => (before.at === 'asking' ? { ...before, taking: true } : before));
      const picture = await grab();
      frames.add(poses[cue.index] ?? 'front', picture);
      if (cue.index === 0) onPicture(picture);
    }
  }
}

/** Null when there was no time, or the attempt was given up. */
async function runAttempt(performance: Performance): Promise<PoseFrames[] | null> {
  const { poses, deadlineAt, frames, now, become, signal } = performance;
  const plan = planAttempt(poses.length, now(), deadlineAt);
  if (!plan) {
    become({ at: 'running-out' });
    return null;
  }
  for (const cue of plan) {
    await pause(Math.max(0, cue.at - now()), signal);
    if (signal.aborted) return null;
    await perform(cue, performance);
  }
  become({ at: 'sending' });
  const all = await frames.all();
  return signal.aborted ? null : all;
}

/** Runs one attempt: asks in the server's order, takes pictures, brings them up, and hands in their keys. */
export function useAttempt({ view, ready, submit, onPicture }: AttemptParts): AttemptState {
  const { call, time } = useApi();
  const { camera, bell } = useMedia();
  const [state, setState] = useState<AttemptState>({ at: 'finding' });
  const hand = useEffectEvent((frames: PoseFrames[]) =>
    submit({ name: 'face-check.submit', nonce: view.nonce, frames }),
  );
  const show = useEffectEvent(onPicture);
  const { nonce, deadlineAt } = view;
  const asked = view.challenges.join();
  useEffect(() => {
    if (!ready) return undefined;
    const control = new AbortController();
    const { signal } = control;
    const frames = new AttemptFrames({
      upload: (body) => call(uploadStill, { body }),
      wait: (attempt) => pause(FIRST_WAIT_MS * 2 ** Math.min(attempt, 4), signal),
      signal,
    });
    const poses = posesOf(asked.split(',') as Challenge['challenges']);
    const parts = { poses, deadlineAt, frames, signal, now: time.now, become: setState };
    const own = {
      grab: camera.grabFrame,
      tick: () => bell.play('tick'),
      onPicture: (picture: Blob) => show(picture),
    };
    const handIn = (all: PoseFrames[] | null): void => (all ? hand(all) : undefined);
    runAttempt({ ...parts, ...own }).then(handIn, (fault: unknown) => {
      if (signal.aborted) return;
      // No frame came although the camera was ready: the owner names the fault, and the attempt begins anew with it.
      setState(
        fault instanceof UploadRefused ? { at: 'refused', refused: fault.refused } : { at: 'finding' },
      );
    });
    return () => control.abort();
  }, [call, time, camera, bell, ready, nonce, deadlineAt, asked]);
  return ready ? state : { at: 'finding' };
}
