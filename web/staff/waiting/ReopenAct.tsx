import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { minutesOf, type Minutes } from '../clock/minutes';
import { MinutesChoice } from '../clock/MinutesChoice';
import { useConsoleContext } from '../console/context';
import { ReasonDialog } from '../parts/ReasonDialog';

/** Opens an ended sitting again; recorded with its reason. */
export function ReopenAct({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { orders } = useConsoleContext();
  const [asking, setAsking] = useState(false);
  const [minutes, setMinutes] = useState<Minutes>({ choice: '10', typed: '' });
  const count = minutesOf(minutes);
  const close = (): void => {
    orders.dismiss();
    setAsking(false);
  };
  const reopen = async (reason: string): Promise<void> => {
    if (count === null) return;
    const order = { kind: 'reopen', ms: count * 60_000, reason } as const;
    if (await orders.toSitting(row.sittingId, order)) setAsking(false);
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
          ready={count !== null}
          further={(asked) => (
            <MinutesChoice label={t('clock.howLong')} value={minutes} asked={asked} onChange={setMinutes} />
          )}
          onConfirm={(reason) => void reopen(reason)}
          onClose={close}
        />
      )}
    </>
  );
}
