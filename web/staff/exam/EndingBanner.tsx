import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';

/** For ten seconds a wrong click is survivable. The seconds count for eyes; a screen reader hears it once. */
export function EndingBanner({ row, undoUntil }: { readonly row: ConsoleRow; readonly undoUntil: number }) {
  const { t } = useTranslation('staff');
  const { me, orders } = useConsoleContext();
  const left = Math.max(0, Math.ceil((undoUntil - useServerNow()) / 1000));
  const mayUndo = holds(me.role, 'end a sitting') && left > 0;
  return (
    <Banner
      mood="bad"
      role="alert"
      title={t('exam.ending', { name: row.name })}
      action={
        mayUndo && (
          <Button
            icon="undo"
            autoFocus
            busy={orders.busy === 'undo-end'}
            onClick={() => void orders.toSitting(row.sittingId, { kind: 'undo-end' })}
          >
            {t('exam.undo')}
            <span aria-hidden="true"> {t('exam.undoLeft', { count: left })}</span>
          </Button>
        )
      }
    >
      {mayUndo && t('exam.endingNote')}
    </Banner>
  );
}
