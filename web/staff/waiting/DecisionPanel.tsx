import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { groupOf } from '../console/row-state';
import { EntryConditions } from './EntryConditions';
import { IdentityCard } from './IdentityCard';
import { InviteActs } from './InviteActs';
import { RecordDialog } from './RecordDialog';
import { ReopenAct } from './ReopenAct';

interface DecisionPanelProps {
  readonly row: ConsoleRow;
  readonly takeFrame: (() => Promise<Blob | null>) | null;
}

/** What is to be decided of one candidate, in the order it is decided. */
export function DecisionPanel({ row, takeFrame }: DecisionPanelProps) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const [reading, setReading] = useState(false);
  const group = groupOf(row);
  const under = group !== 'over' && group !== 'absent';
  return (
    <>
      {holds(me.role, 'look at identity pictures') && <IdentityCard row={row} takeFrame={takeFrame} />}
      {under && <EntryConditions row={row} />}
      {group !== 'absent' && (
        <Button kind="quiet" icon="list" onClick={() => setReading(true)}>
          {t('record.open')}
        </Button>
      )}
      {group === 'over' && holds(me.role, 'reopen a sitting') && <ReopenAct row={row} />}
      {under && group !== 'inside' && holds(me.role, 'invite a candidate') && <InviteActs row={row} />}
      {reading && <RecordDialog row={row} onClose={() => setReading(false)} />}
    </>
  );
}
