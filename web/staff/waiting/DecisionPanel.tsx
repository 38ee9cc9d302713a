import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { useConsoleContext } from '../console/context';
import { groupOf } from '../console/row-state';
import { EntryConditions } from './EntryConditions';
import { IdentityCard } from './IdentityCard';
import { InviteActs } from './InviteActs';

interface DecisionPanelProps {
  readonly row: ConsoleRow;
  readonly takeFrame: (() => Promise<Blob | null>) | null;
}

/** What is to be decided of one candidate, in the order it is decided. */
export function DecisionPanel({ row, takeFrame }: DecisionPanelProps) {
  const { me } = useConsoleContext();
  const group = groupOf(row);
  return (
    <>
      {holds(me.role, 'look at identity pictures') && <IdentityCard row={row} takeFrame={takeFrame} />}
      {group !== 'over' && group !== 'absent' && <EntryConditions row={row} />}
      {holds(me.role, 'invite a candidate') && group !== 'over' && <InviteActs row={row} />}
    </>
  );
}
