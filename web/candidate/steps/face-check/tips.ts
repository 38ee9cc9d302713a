import type { FaceFailure } from '#steps/face-check/schema';
import type { IconName } from '../../../ui/icon-paths';

export type Tip =
  | 'light'
  | 'glare'
  | 'closer'
  | 'farther'
  | 'uncovered'
  | 'alone'
  | 'look'
  | 'steady'
  | 'front-camera'
  | 'follow'
  | 'follow-order'
  | 'live'
  | 'in-time'
  | 'network';

export const tipIcons = {
  light: 'sun',
  glare: 'moon',
  closer: 'near',
  farther: 'far',
  uncovered: 'cap',
  alone: 'user',
  look: 'face',
  steady: 'screen',
  'front-camera': 'flip',
  follow: 'face',
  'follow-order': 'list',
  live: 'camera',
  'in-time': 'clock',
  network: 'wifi',
} as const satisfies Record<Tip, IconName>;

/** What to change first, by what was found. */
const first: Record<FaceFailure, readonly Tip[]> = {
  undecodable: ['network'],
  'too-large': ['network'],
  'no-face': ['look', 'front-camera'],
  'two-faces': ['alone'],
  'too-dark': ['light'],
  'too-bright': ['glare'],
  blurred: ['steady'],
  'too-far': ['closer'],
  'cut-off': ['farther'],
  'turned-away': ['look'],
  covered: ['uncovered'],
  'not-live': ['live'],
  'challenge-missed': ['follow'],
  'wrong-order': ['follow-order'],
  swapped: ['alone'],
  'too-many-frames': ['network'],
  'too-few-frames': ['network'],
  'no-match': ['light', 'closer'],
  'timed-out': ['in-time'],
  fault: [],
};

/** What helps in general, where there is room. */
const usual: readonly Tip[] = ['light', 'closer', 'uncovered'];
const TIPS = 3;

export interface ShownTip {
  readonly tip: Tip;
  /** Found in this attempt, rather than good advice. */
  readonly found: boolean;
}

/** Three tips at most, what was found first. */
export function tipsFor(reason: FaceFailure): readonly ShownTip[] {
  const found = first[reason];
  const opposite: Partial<Record<Tip, Tip>> = { glare: 'light', farther: 'closer' };
  const excluded = [...found, ...found.map((tip) => opposite[tip])];
  const more = usual.filter((tip) => !excluded.includes(tip));
  return [
    ...found.map((tip) => ({ tip, found: reason !== 'no-match' })),
    ...more.map((tip) => ({ tip, found: false })),
  ].slice(0, TIPS);
}
