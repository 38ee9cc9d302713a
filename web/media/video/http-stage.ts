import { logJoin } from '#contract/sitting';
import { joinStage, leaveStage, reportTrouble } from '#contract/video';
import type { Call } from '../../api/client';
import type { LiveStore } from '../../live/live-store';
import { HttpPost } from './direct/http-post';
import type { Publishing, SoundPolicy, StageSource, VideoStage } from './port';
import { createStage } from './stage';

export interface HttpStageParts {
  readonly call: Call;
  readonly live: LiveStore;
  readonly stage: 'waiting' | 'interview';
  /** Staff name the sitting; a candidate's device has its own. */
  readonly sittingId?: string;
  /** An ULID: kept by the page over rejoins, new after a reload. */
  readonly peerId: string;
  readonly source: StageSource;
  readonly soundPolicy: SoundPolicy;
  readonly publishing: Publishing;
  readonly language: 'zh' | 'en';
}

const MOST_WORDS = 200;

/** A stage joined over the contract: tickets, signalling and the join log go to the server, pictures do not. */
export function createHttpStage(parts: HttpStageParts): VideoStage {
  const { call, live, stage, sittingId, peerId } = parts;
  const { source, soundPolicy, publishing, language } = parts;
  return createStage({
    ticket: () => call(joinStage, { body: { stage, sittingId, peerId } }),
    post: (stageId) => new HttpPost({ call, live, stageId, peerId }),
    bye: async (stageId) => {
      await call(leaveStage, { body: { stageId, peerId } }, { keepalive: true });
    },
    trouble: async (stageId, cause) => {
      const answer = await call(reportTrouble, { body: { stageId, cause } });
      return answer.ok && answer.value.provider === 'direct';
    },
    source,
    soundPolicy,
    publishing,
    language,
    log: (step, outcome) => {
      void call(logJoin, { body: { topic: 'video', step, outcome: outcome.slice(0, MOST_WORDS) } });
    },
    now: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
}
