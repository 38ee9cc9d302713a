import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { No } from '../../api/result';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Waiting } from '../../ui/Waiting';
import { telephone } from '../help/telephone';
import { openedWithoutServer } from '../../sw/without-server';
import { keptExam } from '../kept/last-exam';
import { NoticePage } from './NoticePage';

interface OutOfReachProps {
  readonly no: No;
  /** This browser's clock; null where there is no exam whose words could be told yet. */
  readonly since: number | null;
}

const BACKUP_AFTER_MS = 60_000;

/** True once a minute has passed since `since`. */
export function useOutForLong(since: number | null): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (since === null) return undefined;
    const left = since + BACKUP_AFTER_MS - Date.now();
    const timer = setTimeout(() => setLong(true), Math.max(0, left));
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [since]);
  return long;
}

/**
 * The page cannot even be opened; after a minute the institution's own words stand here, from this device. At once
 * where the page itself already had to come from this device.
 */
export function OutOfReach({ no, since }: OutOfReachProps) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const long = useOutForLong(since) || openedWithoutServer();
  const exam = keptExam(() => window.localStorage);
  const offline = no.refused === 'OFFLINE';
  return (
    <NoticePage icon="wifi-off" mood="warn" title={t(offline ? 'offline.openTitle' : 'offline.awayTitle')}>
      <p>
        <strong>{t('offline.safe')}</strong>
      </p>
      <p>{t(offline ? 'offline.openTodo' : 'offline.awayTodo')}</p>
      <Waiting>{t('offline.trying')}</Waiting>
      {long && exam && (
        <Banner icon="phone-call" title={local(exam.institution)} role="status">
          {local(exam.backupText)} <a href={telephone(exam.phone)}>{exam.phone}</a>
        </Banner>
      )}
    </NoticePage>
  );
}
