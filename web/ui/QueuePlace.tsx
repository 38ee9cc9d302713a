import { useTranslation } from 'react-i18next';
import { assertNever } from '#protocol/assert-never';
import { clockTime } from '../i18n/times';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import { useServerClock } from './server-clock';
import { QueueBars } from './QueueBars';
import styles from './QueuePlace.module.css';

export type Place =
  /** `occupied`: somebody is in the exam room; `behind`: candidates after this one. `waitMinutes` null: not known. */
  | {
      readonly kind: 'waiting';
      readonly ahead: number;
      readonly behind: number;
      readonly occupied: boolean;
      readonly waitMinutes: number | null;
    }
  | { readonly kind: 'next' }
  | { readonly kind: 'turn' }
  | { readonly kind: 'deferred' }
  | { readonly kind: 'away'; readonly until: number };

interface QueuePlaceProps {
  readonly place: Place;
}

interface Said {
  readonly title: string;
  readonly note: string;
  readonly icon: IconName;
}

function useSaid(place: Exclude<Place, { kind: 'waiting' }>): Said {
  const { t } = useTranslation('common');
  const { zone } = useServerClock();
  switch (place.kind) {
    case 'next':
      return { title: t('queue.next'), note: t('queue.nextNote'), icon: 'check' };
    case 'turn':
      return { title: t('queue.turn'), note: t('queue.turnNote'), icon: 'door' };
    case 'deferred':
      return { title: t('queue.deferred'), note: t('queue.deferredNote'), icon: 'check' };
    case 'away':
      return {
        title: t('queue.away'),
        note: t('queue.awayNote', { time: clockTime(place.until, zone) }),
        icon: 'cup',
      };
    default:
      return assertNever(place);
  }
}

function Announced({ place }: { readonly place: Exclude<Place, { kind: 'waiting' }> }) {
  const { t } = useTranslation('common');
  const { title, note, icon } = useSaid(place);
  return (
    <div className={styles.place} role="status">
      <p className={styles.label}>{t('queue.order')}</p>
      <p className={styles.title}>{title}</p>
      <p className={styles.note}>
        <Icon name={icon} />
        <span>{note}</span>
      </p>
    </div>
  );
}

function Counted({ place }: { readonly place: Extract<Place, { kind: 'waiting' }> }) {
  const { t } = useTranslation('common');
  const { ahead, waitMinutes } = place;
  return (
    <div className={styles.place} role="status">
      <p className={styles.label}>{t('queue.ahead')}</p>
      <div className={styles.row}>
        <p className={styles.count}>
          <b>{ahead}</b> {t('queue.candidates', { count: ahead })}
        </p>
        {waitMinutes !== null && (
          <p className={styles.wait}>
            <span>{t('queue.expected')}</span>
            <b>{waitMinutes < 1 ? t('queue.soon') : t('queue.about', { count: waitMinutes })}</b>
          </p>
        )}
      </div>
      <QueueBars ahead={ahead} behind={place.behind} occupied={place.occupied} />
      <p className={styles.note}>
        <Icon name="check" />
        <span>{t('queue.waitNote')}</span>
      </p>
    </div>
  );
}

/** Where the candidate is in the queue, and that nothing is to be done. Changes are read out politely. */
export function QueuePlace({ place }: QueuePlaceProps) {
  return place.kind === 'waiting' ? <Counted place={place} /> : <Announced place={place} />;
}
