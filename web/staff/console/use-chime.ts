import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StaffMe } from '../../api/use-me';
import { useBellArmed, useMedia } from '../../media/MediaProvider';
import { useArmOnTap } from '../../media/use-arm-on-tap';
import type { Face } from './faces';
import { attentionKeys, hasNew, videoKeys } from './new-attention';
import { groupOf, lookOf } from './row-state';
import type { ConsoleView } from './use-console';
import type { Unread } from './use-unread';

const PLACE = 'examhall.chime';

export interface Chime {
  /** `quiet`: wanted, but the browser waits for a tap before it lets the page sound. */
  readonly state: 'on' | 'off' | 'quiet';
  readonly press: () => void;
}

const wantedBefore = (): boolean => {
  try {
    return window.localStorage.getItem(PLACE) !== 'off';
  } catch {
    return true;
  }
};

const remember = (wanted: boolean): void => {
  try {
    window.localStorage.setItem(PLACE, wanted ? 'on' : 'off');
  } catch {
    // Remembered for this page only.
  }
};

interface Heard {
  readonly me: StaffMe;
  readonly view: ConsoleView;
  readonly unread: Unread;
  readonly face: Face;
}

/** What is new and where: the exam room hears of those inside, the waiting area of everybody, both of the video. */
function useAttention({ me, view, unread, face }: Heard): ReadonlySet<string> {
  const { rows, video } = view;
  const { counts } = unread;
  return useMemo(() => {
    const shown = face === 'exam' ? rows.filter((row) => groupOf(row) === 'inside') : rows;
    const ofRows = attentionKeys(shown, (row) => lookOf(me.role, counts, row));
    return new Set([...ofRows, ...videoKeys(video)]);
  }, [rows, counts, face, me.role, video]);
}

/** Somebody is spoken with at this console: a sound must not drown a word. */
const talks = ({ me, view, face }: Heard): boolean =>
  face === 'exam'
    ? view.rows.some((row) => groupOf(row) === 'inside')
    : view.rows.some(({ talkingWith }) => talkingWith?.staffId === me.staffId);

/** The chime for new attention, half as loud while somebody is spoken with; remembered by this browser. */
export function useChime(heard: Heard): Chime {
  const { bell } = useMedia();
  const armed = useBellArmed();
  const [wanted, setWanted] = useState(wantedBefore);
  const now = useAttention(heard);
  const talking = talks(heard);
  const before = useRef<{ face: Face; keys: ReadonlySet<string> } | null>(null);
  const { face } = heard;
  useArmOnTap();
  useEffect(() => {
    const last = before.current?.face === face ? before.current.keys : null;
    if (wanted && last && hasNew(last, now)) bell.play('chime', { duringSpeech: talking });
    before.current = { face, keys: now };
  }, [bell, now, face, wanted, talking]);
  const state = wanted ? (armed ? 'on' : 'quiet') : 'off';
  const press = useCallback(() => {
    const next = state !== 'on';
    setWanted(next);
    remember(next);
    if (next) void bell.arm().then(() => bell.play('chime'));
  }, [bell, state]);
  return useMemo(() => ({ state, press }), [state, press]);
}
