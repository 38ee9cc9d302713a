import { useCallback, useEffect, useRef, useState } from 'react';
import { useBellArmed, useMedia } from '../../media/MediaProvider';
import { useArmOnTap } from '../../media/use-arm-on-tap';
import { useConsoleContext } from './context';
import { attentionKeys, hasNew } from './new-attention';

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

/** The chime for new attention, half as loud while this console talks with somebody. */
export function useChime(talking: boolean): Chime {
  const { bell } = useMedia();
  const { view, unread } = useConsoleContext();
  const armed = useBellArmed();
  const [wanted, setWanted] = useState(wantedBefore);
  const before = useRef<ReadonlySet<string> | null>(null);
  useArmOnTap();
  useEffect(() => {
    const now = attentionKeys(view.rows, unread.counts);
    if (wanted && before.current && hasNew(before.current, now))
      bell.play('chime', { duringSpeech: talking });
    before.current = now;
  }, [bell, view.rows, unread.counts, wanted, talking]);
  const state = wanted ? (armed ? 'on' : 'quiet') : 'off';
  const press = useCallback(() => {
    const next = state !== 'on';
    setWanted(next);
    try {
      window.localStorage.setItem(PLACE, next ? 'on' : 'off');
    } catch {
      // Remembered for this page only.
    }
    if (next) void bell.arm().then(() => bell.play('chime'));
  }, [bell, state]);
  return { state, press };
}
