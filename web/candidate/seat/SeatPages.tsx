import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/times';
import type { No } from '../../api/result';
import { Button } from '../../ui/Button';
import { useServerClock } from '../../ui/server-clock';
import { NoNote } from '../../ui/NoNote';
import { NoticePage } from '../parts/NoticePage';
import { useDocumentTitle } from '../parts/use-document-title';

/** Another tab of this browser has the exam; also what a duplicated tab shows. */
export function OtherTabPage({ onTakeHere }: { readonly onTakeHere: () => void }) {
  const { t } = useTranslation('candidate');
  useDocumentTitle(t('seat.otherTab'));
  return (
    <NoticePage
      icon="copy"
      title={t('seat.otherTab')}
      foot={
        <Button kind="primary" wide onClick={onTakeHere}>
          {t('seat.useHere')}
        </Button>
      }
    >
      <p>
        <strong>{t('seat.otherTabSafe')}</strong>
      </p>
      <p>{t('seat.otherTabTodo')}</p>
    </NoticePage>
  );
}

interface TakenPageProps {
  readonly position: 1 | 2;
  readonly lastSeenAt: number | null;
  readonly onTakeOver: () => void;
  readonly onAgain: () => void;
}

/** The position is held by a living device. */
export function TakenPage({ position, lastSeenAt, onTakeOver, onAgain }: TakenPageProps) {
  const { t } = useTranslation('candidate');
  const { zone } = useServerClock();
  useDocumentTitle(t('seat.taken'));
  return (
    <NoticePage
      icon="screen"
      title={t('seat.taken')}
      foot={
        <>
          <Button kind="primary" wide onClick={onTakeOver}>
            {t('seat.takeOver')}
          </Button>
          <Button wide onClick={onAgain}>
            {t('seat.checkAgain')}
          </Button>
        </>
      }
    >
      <p>
        <strong>
          {lastSeenAt === null
            ? t('seat.takenMeaning')
            : t('seat.takenSeen', { time: clockTime(lastSeenAt, zone) })}
        </strong>
      </p>
      <p>{t(position === 1 ? 'seat.takenFirst' : 'seat.takenSecond')}</p>
      <p>{t('seat.takenRecorded')}</p>
    </NoticePage>
  );
}

interface SupersededPageProps {
  readonly since: number | null;
  readonly onTakeBack: () => void;
}

/** Another device took this position over. */
export function SupersededPage({ since, onTakeBack }: SupersededPageProps) {
  const { t } = useTranslation('candidate');
  const { zone } = useServerClock();
  useDocumentTitle(t('seat.superseded'));
  return (
    <NoticePage
      icon="screen"
      title={t('seat.superseded')}
      foot={
        <Button kind="primary" wide onClick={onTakeBack}>
          {t('seat.takeBack')}
        </Button>
      }
    >
      <p>
        <strong>{t('seat.supersededSafe')}</strong>
      </p>
      <p>
        {since === null
          ? t('seat.supersededTodo')
          : t('seat.supersededSince', { time: clockTime(since, zone) })}
      </p>
      <p>{t('seat.supersededNotYou')}</p>
    </NoticePage>
  );
}

interface RefusedPageProps {
  readonly no: No;
  readonly requestId: string | null;
  readonly onAgain: () => void;
}

export function RefusedPage({ no, requestId, onAgain }: RefusedPageProps) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  return (
    <NoticePage
      icon="info"
      title={t('seat.refused')}
      foot={
        <Button kind="primary" wide onClick={onAgain}>
          {common('actions.retry')}
        </Button>
      }
    >
      <NoNote no={no} requestId={requestId} />
    </NoticePage>
  );
}
