import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { ReasonDialog } from '../parts/ReasonDialog';

const REOPEN_MS = 600_000;

/** Opens an ended sitting again; recorded with its reason. */
export function ReopenAct({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { orders } = useConsoleContext();
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    orders.dismiss();
    setAsking(false);
  };
  const reopen = async (reason: string): Promise<void> => {
    if (await orders.toSitting(row.sittingId, { kind: 'reopen', ms: REOPEN_MS, reason })) setAsking(false);
  };
  return (
    <>
      <Button icon="unlock" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('exam.reopen')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('exam.reopenTitle', { name: row.name })}
          note={t('exam.reopenNote')}
          confirm={t('exam.reopen')}
          busy={orders.busy === 'reopen'}
          onConfirm={(reason) => void reopen(reason)}
          onClose={close}
        />
      )}
    </>
  );
}
