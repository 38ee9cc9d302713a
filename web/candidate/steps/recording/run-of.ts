import type { PositionPresence } from '#protocol/live.schema';
import type { CandidateView } from '#protocol/views.schema';
import type { RecordingView } from '#steps/recording/schema';

/** A span that is being recorded, as far as one position needs to know. */
export interface Run {
  readonly takeId: string;
  readonly span: number;
  readonly alignAt: number;
  readonly endsAt: number;
  /** This position's sound is the one that counts. */
  readonly sound: boolean;
}

export function recordingIn(view: CandidateView | null): RecordingView | null {
  return view?.phase !== 'over' && view?.step?.kind === 'recording' ? view.step : null;
}

/** What this position has to record now; null: nothing. */
export function runOf(view: CandidateView | null, position: 1 | 2): Run | null {
  const step = recordingIn(view);
  if (step?.phase !== 'recording' || !step.positions.includes(position)) return null;
  const { takeId, span, alignAt, endsAt, sound } = step;
  return { takeId, span, alignAt, endsAt, sound: sound === position };
}

/** A page that hears of a run in time records it; one that comes later is a page that came back. */
const LATE_MS = 1_500;
export const isLate = ({ alignAt }: Pick<Run, 'alignAt'>, now: number): boolean => now > alignAt + LATE_MS;

/** The second device sends no picture: gone, locked, or without a camera. Null: not known. */
export function isSilent(presence: PositionPresence | null): boolean | null {
  if (!presence) return null;
  switch (presence.state) {
    case 'never':
    case 'lost':
    case 'left':
    case 'locked':
      return true;
    default: {
      const camera = presence.device?.camera;
      return camera === 'off' || camera === 'ended' || camera === 'denied';
    }
  }
}

/** The take that is being recorded has a gap of this position that is not over. */
export function hasOpenGap(step: RecordingView, position: 1 | 2): boolean {
  if (step.phase !== 'recording') return false;
  const take = step.takes.find(({ id }) => id === step.takeId);
  return take?.gaps.some((gap) => gap.position === position && gap.to === null) ?? false;
}
