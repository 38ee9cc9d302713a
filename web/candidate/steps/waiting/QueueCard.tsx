import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { QueuePlace } from '../../../ui/QueuePlace';
import { Waiting } from '../../../ui/Waiting';
import { useBellArmed, useMedia } from '../../../media/MediaProvider';
import { Announcement } from '../../messages/Announcement';
import { NoNote } from '../../../ui/NoNote';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import { placeOf } from './place-of';
import styles from './waiting.module.css';

const AWAY_MINUTES = 5;

/** The next one still waits for whoever is inside. */
function InsideNote() {
  const { t: common } = useTranslation('common');
  const { surroundings } = useSitting();
  const { queue, room } = surroundings ?? {};
  if (!room?.somebodyInside || !queue || queue.estimateMs === null) return null;
  const minutes = Math.round(queue.estimateMs / 60_000);
  return (
    <p className={styles.inside}>
      {common('queue.expected')}{' '}
      <strong>{minutes < 1 ? common('queue.soon') : common('queue.about', { count: minutes })}</strong>
    </p>
  );
}

/** Where one stands, that nothing is to be done, and the way to be away for five minutes. */
export function QueueCard({ view }: { readonly view: StepViews['waiting'] }) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  const { bell } = useMedia();
  const armed = useBellArmed();
  const { surroundings, refused } = useSitting();
  const { ask, busy } = useStep<'waiting'>(view);
  const place = placeOf(view, surroundings);
  const room = surroundings?.room.phase ?? 'open';
  return (
    <>
      {!armed && (
        <Banner
          mood="warn"
          icon="bell-off"
          title={t('waiting.bellOff')}
          action={
            <Button kind="primary" icon="bell" onClick={() => void bell.arm().then(() => bell.play('tick'))}>
              {t('waiting.bellOn')}
            </Button>
          }
        >
          {t('waiting.bellOffNote')}
        </Banner>
      )}
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      <Announcement />
      {room !== 'open' && (
        <Banner
          mood="warn"
          icon={room === 'paused' ? 'pause' : 'door'}
          role="status"
          title={t(`waiting.room.${room}`)}
        >
          {t(`waiting.roomNote.${room}`)}
        </Banner>
      )}
      {view.phase === 'queued' && view.deferrals > 0 && (
        <Banner title={common('queue.deferred')}>{common('queue.deferredNote')}</Banner>
      )}
      <Card size="roomy">
        <div className={styles.queue}>
          {view.phase === 'must-be-called' ? (
            <Banner icon="phone-call" role="status" title={t('waiting.mustBeCalled')}>
              {t('waiting.mustBeCalledNote')}
            </Banner>
          ) : place ? (
            <>
              <QueuePlace place={place} />
              {place.kind === 'next' && <InsideNote />}
            </>
          ) : (
            <Waiting>{t('waiting.fetchingPlace')}</Waiting>
          )}
          {view.phase === 'queued' && (
            <div className={styles.away}>
              <span>{t('waiting.awayNote')}</span>
              <Button
                size="small"
                icon="cup"
                busy={busy('waiting.away')}
                onClick={() => void ask({ name: 'waiting.away', minutes: AWAY_MINUTES })}
              >
                {t('waiting.away', { count: AWAY_MINUTES })}
              </Button>
            </div>
          )}
          {view.phase === 'away' && (
            <Button
              kind="primary"
              wide
              busy={busy('waiting.back')}
              onClick={() => void ask({ name: 'waiting.back' })}
            >
              {t('waiting.back')}
            </Button>
          )}
        </div>
      </Card>
    </>
  );
}
