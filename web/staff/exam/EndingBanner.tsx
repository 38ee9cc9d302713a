import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';

/** For ten seconds a wrong click is survivable. */
export function EndingBanner({ row, undoUntil }: { readonly row: ConsoleRow; readonly undoUntil: number }) {
  const { t } = useTranslation('staff');
  const { orders } = useConsoleContext();
  const left = Math.max(0, Math.ceil((undoUntil - useServerNow()) / 1000));
  return (
    <Banner
      mood="bad"
      role="alert"
      action={
        left > 0 && (
          <Button
            icon="undo"
            busy={orders.busy === 'undo-end'}
            onClick={() => void orders.toSitting(row.sittingId, { kind: 'undo-end' })}
          >
            {t('exam.undo')}
          </Button>
        )
      }
    >
      {t('exam.ending', { name: row.name, count: left })}
    </Banner>
  );
}
