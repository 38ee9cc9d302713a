import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds } from '../../i18n/times';
import { Check } from '../../ui/Check';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import { useEventWords } from './use-event-words';
import { useRecord, type RecordedEvent } from './use-record';
import styles from './RecordDialog.module.css';

/** What happened in one sitting, in its order, with who and when; codes for the telephone on demand. */
export function RecordDialog({ row, onClose }: { readonly row: ConsoleRow; readonly onClose: () => void }) {
  const { t } = useTranslation('staff');
  const { events, refused } = useRecord(row);
  const [codes, setCodes] = useState(false);
  return (
    <Dialog open size="wide" title={t('record.titleOf', { name: row.name })} onClose={onClose}>
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {!events && !refused && <Waiting>{t('record.loading')}</Waiting>}
      {events?.length === 0 && <p>{t('record.empty')}</p>}
      {events && events.length > 0 && (
        <>
          <ol className={styles.events} tabIndex={0} aria-label={t('record.title')}>
            {events.map((event, index) => (
              <Line key={index} event={event} code={codes} />
            ))}
          </ol>
          <Check checked={codes} onChange={(change) => setCodes(change.target.checked)}>
            {t('record.codes')}
          </Check>
        </>
      )}
    </Dialog>
  );
}

function Line({ event, code }: { readonly event: RecordedEvent; readonly code: boolean }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { what, why } = useEventWords()(event);
  const { by, byName } = event;
  const who = byName ?? (by === 'candidate' || by === 'system' ? t(`record.by.${by}`) : t('colleague'));
  return (
    <li className={styles.event}>
      <span className={styles.at}>{clockSeconds(event.at, zone)}</span>
      <span>
        {what}
        {why && <span className={styles.why}> · {why}</span>}
        {code && (
          <code className={styles.code}>
            {event.revision} {event.kind}
          </code>
        )}
      </span>
      <span className={styles.by}>{who}</span>
    </li>
  );
}
