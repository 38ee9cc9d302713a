import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { useConsoleContext } from '../console/context';
import { groupOf, silent } from '../console/row-state';
import { RecordDialog } from '../record/RecordDialog';
import { AccessCard } from './AccessCard';
import { ClockCard } from './ClockCard';
import styles from './DecisionPanel.module.css';
import { EntryConditions } from './EntryConditions';
import { IdentityCard } from './IdentityCard';
import { InviteActs } from './InviteActs';
import { ReopenAct } from './ReopenAct';

interface DecisionPanelProps {
  readonly row: ConsoleRow;
  /** The candidate on the stage, where that is another one: nobody is judged by another's face. */
  readonly elsewhere: ConsoleRow | null;
  readonly takeFrame: (() => Promise<Blob | null>) | null;
  readonly onLeave: () => void;
}

/** What is to be decided of one candidate, in the order it is decided. */
export function DecisionPanel({ row, elsewhere, takeFrame, onLeave }: DecisionPanelProps) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const [reading, setReading] = useState(false);
  const group = groupOf(row);
  const under = group !== 'over' && group !== 'absent';
  const lockedOut = group === 'absent' || (group === 'preparing' && silent(row.presence[1]));
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.name}>
          {row.name} <span className={styles.ticket}>{row.ticket}</span>
        </h2>
        {group !== 'absent' && (
          <Button
            kind="quiet"
            size="small"
            icon="list"
            aria-haspopup="dialog"
            onClick={() => setReading(true)}
          >
            {t('record.open')}
          </Button>
        )}
        <IconButton icon="x" kind="ink" label={t('stage.leave')} onClick={onLeave} />
      </div>
      {lockedOut && holds(me.role, 'unlock a login') && <AccessCard row={row} />}
      {holds(me.role, 'look at identity pictures') && (
        <IdentityCard row={row} elsewhere={elsewhere} takeFrame={takeFrame} />
      )}
      <ClockCard row={row} />
      {under && <EntryConditions row={row} />}
      {group === 'over' && holds(me.role, 'reopen a sitting') && <ReopenAct row={row} />}
      {under && group !== 'inside' && holds(me.role, 'invite a candidate') && <InviteActs row={row} />}
      {reading && <RecordDialog row={row} onClose={() => setReading(false)} />}
    </>
  );
}
