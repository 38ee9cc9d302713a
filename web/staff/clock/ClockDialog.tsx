import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Dialog } from '../../ui/Dialog';
import { Segmented } from '../../ui/Segmented';
import { useConsoleContext } from '../console/context';
import { owedTo } from '../console/row-state';
import { OrderNote } from '../parts/OrderNote';
import { CreditForm } from './CreditForm';
import { ExtendForm } from './ExtendForm';
import { LedgerPage } from './LedgerPage';

export type ClockPage = 'extend' | 'credit' | 'ledger';

interface ClockDialogProps {
  readonly row: ConsoleRow;
  readonly page: ClockPage;
  readonly onClose: () => void;
}

/** Everything about one candidate's clock: more time, time given back, and how it came to stand where it stands. */
export function ClockDialog({ row, page, onClose }: ClockDialogProps) {
  const { t } = useTranslation('staff');
  const { me, orders } = useConsoleContext();
  const [shown, setShown] = useState<ClockPage>(page);
  const mayGive = holds(me.role, 'give time') && row.staff?.view.phase === 'going-on';
  const pages: readonly ClockPage[] = [
    ...(mayGive ? (['extend'] as const) : []),
    ...(mayGive && (owedTo(row).length > 0 || shown === 'credit') ? (['credit'] as const) : []),
    'ledger',
  ];
  const close = (): void => {
    orders.dismiss();
    onClose();
  };
  const turn = (next: ClockPage): void => {
    orders.dismiss();
    setShown(next);
  };
  return (
    <Dialog open title={t('clock.title', { name: row.name })} onClose={close}>
      {pages.length > 1 && (
        <Segmented
          label={t('clock.pages.label')}
          value={shown}
          options={pages.map((value) => ({ value, text: t(`clock.pages.${value}`) }))}
          onChange={turn}
        />
      )}
      <OrderNote />
      {shown === 'extend' && <ExtendForm row={row} onDone={close} />}
      {shown === 'credit' && <CreditForm row={row} onDone={close} />}
      {shown === 'ledger' && <LedgerPage row={row} />}
    </Dialog>
  );
}
