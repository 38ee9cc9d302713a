import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomVideoState } from '#protocol/live.schema';
import { holds } from '#protocol/policies';
import { clockTime } from '../../i18n/times';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { movedAlone } from './moved-since';

/** Said for so long; afterwards it stands in the record. */
const SAID_MS = 120_000;

/** What staff must know of the video server, and the one press that moves the room off it. */
export function FailoverNote() {
  return (
    <Suspense fallback={null}>
      <Notes />
    </Suspense>
  );
}

function Notes() {
  const { view } = useConsoleContext();
  const room = view.video;
  if (room?.provider !== 'jitsi') return null;
  return (
    <>
      <Alarm room={room} />
      <Moved room={room} />
    </>
  );
}

function Alarm({ room }: { readonly room: RoomVideoState }) {
  const { t } = useTranslation('video');
  const { zone } = useServerClock();
  const { me, orders } = useConsoleContext();
  if (room.alarm === null) return null;
  const may = holds(me.role, 'switch the video');
  const title =
    room.alarm === 'bridge'
      ? t('bridge', { time: clockTime(room.since ?? 0, zone) })
      : t('people', { count: room.people });
  return (
    <Banner
      shape="strip"
      mood="warn"
      icon="alert"
      role="alert"
      title={title}
      action={
        may && (
          <Button
            size="small"
            kind="primary"
            icon="retake"
            busy={orders.busy === 'fall-back-video'}
            onClick={() => void orders.toRoom({ kind: 'fall-back-video' })}
          >
            {t('move')}
          </Button>
        )
      }
    >
      {t('meaning')} {!may && t('others')}
    </Banner>
  );
}

/** What was done, by whom: the room's move, and candidates who were moved by themselves. */
function Moved({ room: { moved } }: { readonly room: RoomVideoState }) {
  const { t } = useTranslation('video');
  const { zone } = useServerClock();
  const { view } = useConsoleContext();
  const now = useServerNow();
  const isNews = (since: number): boolean => now - since < SAID_MS;
  return (
    <>
      {moved && isNews(moved.since) && (
        <Banner shape="strip" icon="check" role="status">
          {t('moved', { name: moved.byName ?? moved.by, time: clockTime(moved.since, zone) })}
        </Banner>
      )}
      {movedAlone(view.rows)
        .filter(({ since }) => isNews(since))
        .map(({ sittingId, name, since }) => (
          <Banner key={sittingId} shape="strip" icon="info" role="status">
            {t('alone', { name, time: clockTime(since, zone) })}
          </Banner>
        ))}
    </>
  );
}
