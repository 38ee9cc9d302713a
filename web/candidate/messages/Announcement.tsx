import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#protocol/live.schema';
import { clockTime } from '../../i18n/times';
import type { LiveState } from '../../live/live-state';
import { useLive } from '../../live/use-live';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { useSitting } from '../sitting/sitting-context';

const FRESH_MS = 15 * 60_000;

const messagesOf = (state: LiveState): readonly Message[] => state.messages;

/** The newest announcement to the room, until it is read or old. */
export function Announcement({ shape }: { readonly shape?: 'box' | 'strip' }) {
  const { t } = useTranslation('candidate');
  const { zone } = useServerClock();
  const { live } = useSitting();
  const now = useServerNow(30_000);
  const [read, setRead] = useState<string | null>(null);
  const newest = useLive(live, messagesOf).findLast(({ audience }) => audience === 'room');
  if (!newest || newest.id === read || now - newest.at > FRESH_MS) return null;
  return (
    <Banner
      shape={shape}
      icon="sound"
      role="status"
      title={t('messages.announcement', { time: clockTime(newest.at, zone) })}
      action={
        <Button size="small" kind="quiet" onClick={() => setRead(newest.id)}>
          {t('messages.understood')}
        </Button>
      }
    >
      {newest.text}
    </Banner>
  );
}
