import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/endpoint';
import { sittingRecord } from '#contract/rooms';
import type { ConsoleRow } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { clockSeconds } from '../../i18n/times';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import styles from './RecordDialog.module.css';

type Events = OutputOf<typeof sittingRecord>['events'];

/** What happened in one sitting, in its order, with who and when. */
export function RecordDialog({ row, onClose }: { readonly row: ConsoleRow; readonly onClose: () => void }) {
  const { t } = useTranslation('staff');
  const { call } = useApi();
  const { zone } = useServerClock();
  const [events, setEvents] = useState<Events | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const result = await call(sittingRecord, { params: { sittingId: row.sittingId } });
      if (result.ok) setEvents(result.value.events);
      else setRefused(result);
    };
    void read();
  }, [call, row.sittingId, row.revision]);
  return (
    <Dialog open size="wide" title={`${row.name} · ${t('record.title')}`} onClose={onClose}>
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {!events && !refused && <Waiting>{t('record.loading')}</Waiting>}
      {events?.length === 0 && <p>{t('record.empty')}</p>}
      <ol className={styles.events}>
        {events?.map((event, index) => (
          <li key={index} className={styles.event}>
            <span>{clockSeconds(event.at, zone)}</span>
            <code>{event.kind}</code>
            <span className={styles.by}>{event.byName ?? event.by}</span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
