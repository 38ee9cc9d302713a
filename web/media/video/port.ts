import type { Peer } from '#protocol/live.schema';
import type { RefusalCode } from '#protocol/refusals';

/**
 * `connecting`: on the way. `weak`: comes in pieces, or not for 5 s. `lost`: not for 15 s.
 * A peer of whom nothing is expected is `live` as long as the stage lists him.
 */
export type PeerState = 'connecting' | 'live' | 'weak' | 'lost';

/** A participant as the page shows him. */
export interface StagePeer extends Peer {
  /** Picture and, where the policy plays it, sound. Keeps its identity while its tracks come and go. */
  readonly camera: MediaStream | null;
  readonly state: PeerState;
  /** Sends sound to this page now. */
  readonly audio: boolean;
  /** Is heard at this moment. */
  readonly speaking: boolean;
  /** `stills`: beyond the live watchers, pictures come one by one over HTTP. `none`: he shows no picture here. */
  readonly picture: 'live' | 'stills' | 'none';
}

export interface StageState {
  readonly phase: 'idle' | 'joining' | 'joined' | 'failed' | 'left';
  readonly capture: Capture;
  /** Why joining failed, for its sentences. */
  readonly refused: RefusalCode | 'OFFLINE' | null;
  readonly peers: readonly StagePeer[];
  /** Somebody watches by stills: send one every few seconds while it is true. */
  readonly stillsWanted: boolean;
  /** How far this device has given way to a narrow uplink, 0 to 3. */
  readonly ease: number;
  /** Uploads beside the stage wait: they give way before any picture does. */
  readonly uploadsWait: boolean;
}

export interface Publishing {
  readonly camera: boolean;
  readonly microphone: boolean;
}

/** Who holds the camera: our page, whose owner lends its tracks; or a frame of the provider with its own capture. */
export type Capture = 'page' | 'frame';

/** One stage of one sitting: the waiting area or the exam room. Both providers look like this to the pages. */
export interface VideoStage {
  /** Resolves when the stage is joined or refused; see `state().phase`. Never throws. */
  readonly join: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly setPublishing: (publishing: Publishing) => void;
  /** Staff: talk with a position 2, which otherwise neither sends nor plays sound. Null ends it. */
  readonly talkTo: (peerId: string | null) => void;
  /** Where a provider that brings its own frame puts it (`capture: 'frame'`); null takes it away. */
  readonly showIn: (place: HTMLElement | null) => void;
  readonly state: () => StageState;
  readonly subscribe: (changed: () => void) => () => void;
}

/** What a page sends: the camera owner's stream, which may be replaced at any time. */
export interface StageSource {
  readonly stream: () => MediaStream | null;
  readonly subscribe: (changed: () => void) => () => void;
}

/** `when-talked-to` is for position 2: silent both ways except with staff who talk to it. */
export type SoundPolicy = 'open' | 'when-talked-to';

/** Each step of joining with its outcome, kept by the server: most video trouble dies unlogged at the door. */
export type JoinLog = (step: string, outcome: string) => void;

/** Why a join failed, for the server to decide whether the stage goes on without this provider. */
export type JoinTrouble = 'script' | 'token' | 'silence' | 'broken';

export const idleStage: StageState = {
  phase: 'idle',
  capture: 'page',
  refused: null,
  peers: [],
  stillsWanted: false,
  ease: 0,
  uploadsWait: false,
};
