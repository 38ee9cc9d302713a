import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { useLive } from '../../live/use-live';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { useConsoleContext } from '../console/context';
import { RecordDialog } from '../record/RecordDialog';
import styles from './ScorePanel.module.css';

/** For who does not score: how many of the panel have handed in, and the record of the interview. */
export function ScoresOfOthers({ row }: { readonly row: ConsoleRow | null }) {
  const { t } = useTranslation('staff');
  const { me, view } = useConsoleContext();
  const [reading, setReading] = useState(false);
  const sealed = useLive(view.store, (state) => state.sealed);
  return (
    <>
      <h2>{t('score.others')}</h2>
      {row && <p className={styles.who}>{t('score.for', { name: row.name, ticket: row.ticket })}</p>}
      {row && <p>{t('score.sealedCount', { count: sealed[row.sittingId] ?? 0 })}</p>}
      <p className={styles.who}>{t('score.readOnly')}</p>
      {row && (
        <Button icon="list" aria-haspopup="dialog" onClick={() => setReading(true)}>
          {t('record.open')}
        </Button>
      )}
      {holds(me.role, 'keep the interview record') && (
        <ButtonLink icon="edit" href={`/staff/rooms/${view.room.roomId}/record`}>
          {t('record.keep')}
        </ButtonLink>
      )}
      {holds(me.role, 'collect score sheets') && (
        <ButtonLink icon="list" href={`/staff/rooms/${view.room.roomId}/results`}>
          {t('score.results')}
        </ButtonLink>
      )}
      {row && reading && <RecordDialog row={row} onClose={() => setReading(false)} />}
    </>
  );
}
