/** Why a rehearsal did not pass, in the order in which they are told; each has its sentences in `web/i18n`. */
export const rehearsalReasons = [
  /** The browser lacks something without which no exam can be sat. */
  'browser',
  'camera',
  'microphone',
  'microphone-silent',
  'bell',
  'second-device',
  'second-camera',
  /** The ten seconds of the first or the second camera did not arrive. */
  'recording',
  'second-recording',
  /** It arrived, and he did not see or hear himself in it. */
  'playback',
  /** Slower than both cameras together need. */
  'uplink',
  /** Broke off before the exam room. */
  'unfinished',
] as const;
export type RehearsalReason = (typeof rehearsalReasons)[number];

/** Lacks of a browser without which no exam can be sat, by the names that pages give them. */
export const blockingLacks: readonly string[] = [
  'insecure-context',
  'no-camera-api',
  'no-webrtc',
  'no-event-stream',
  'no-storage',
  'no-crypto',
];

/** What the exam needs for both devices together, kbit/s; product-wide. */
export const UPLINK_NEEDED_KBPS = 800;
/** Quieter than this is silence, 0 to 1. */
const HEARD = 0.02;

interface Report {
  readonly lacks: readonly string[];
  readonly device: { readonly camera: string; readonly microphone: string; readonly bell: boolean };
  readonly loudest: number | null;
}
interface Take {
  readonly position: 1 | 2;
  readonly uplinkKbps: number;
}

/** Everything that is known of a rehearsal when it ends. */
export interface RehearsalFacts {
  /** Newest report of each device; null: it never joined. */
  readonly first: Report | null;
  readonly second: Report | null;
  /** The exam needs a second camera. */
  readonly needsSecond: boolean;
  /** Lacks that keep a browser out of this exam. */
  readonly blocking: readonly string[];
  readonly takes: readonly Take[];
  /** He answered that he heard the bell. */
  readonly heardBell: boolean;
  /** He saw and heard himself in what the server sent back; null: not asked. */
  readonly sawHimself: boolean | null;
  readonly reachedRoom: boolean;
}

const aboutFirst = ({ first, blocking, heardBell }: RehearsalFacts): RehearsalReason[] => {
  if (!first) return ['unfinished'];
  const { device, lacks, loudest } = first;
  const silent = device.microphone === 'silent' || (loudest !== null && loudest < HEARD);
  return [
    ...(lacks.some((lack) => blocking.includes(lack)) ? (['browser'] as const) : []),
    ...(device.camera === 'live' ? [] : (['camera'] as const)),
    ...(device.microphone === 'live' || device.microphone === 'silent' ? [] : (['microphone'] as const)),
    ...(silent ? (['microphone-silent'] as const) : []),
    ...(heardBell ? [] : (['bell'] as const)),
  ];
};

const aboutSecond = ({ second, needsSecond, takes }: RehearsalFacts): RehearsalReason[] => {
  if (!needsSecond) return [];
  if (!second) return ['second-device'];
  return [
    ...(second.device.camera === 'live' ? [] : (['second-camera'] as const)),
    ...(takes.some(({ position }) => position === 2) ? [] : (['second-recording'] as const)),
  ];
};

/** Both devices send at once in an exam: the slower of the two measures what the line of the place can do. */
const slowest = (takes: readonly Take[]): number | null =>
  takes.length === 0 ? null : Math.min(...takes.map(({ uplinkKbps }) => uplinkKbps));

/** Why this candidate will not get through his exam as things are; empty: he will. */
export function reasonsAgainst(facts: RehearsalFacts): readonly RehearsalReason[] {
  const uplink = slowest(facts.takes);
  const found = new Set<RehearsalReason>([
    ...aboutFirst(facts),
    ...aboutSecond(facts),
    ...(facts.takes.some(({ position }) => position === 1) ? [] : (['recording'] as const)),
    ...(facts.sawHimself === false ? (['playback'] as const) : []),
    ...(uplink !== null && uplink < UPLINK_NEEDED_KBPS ? (['uplink'] as const) : []),
    ...(facts.reachedRoom ? [] : (['unfinished'] as const)),
  ]);
  return rehearsalReasons.filter((reason) => found.has(reason));
}
