import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useConsoleContext } from '../console/context';
import { CandidatePicture } from '../parts/CandidatePicture';
import { OrderNote } from '../parts/OrderNote';
import type { StaffStage } from '../video/staff-stage';
import styles from './exam.module.css';

interface EndDialogProps {
  readonly row: ConsoleRow;
  readonly stage: StaffStage;
  readonly onClose: () => void;
}

/** Ending names the candidate and shows him, so that nobody ends another's exam by mistake. */
export function EndDialog({ row, stage, onClose }: EndDialogProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const { orders } = useConsoleContext();
  const end = async (): Promise<void> => {
    if (await orders.toSitting(row.sittingId, { kind: 'end' })) onClose();
  };
  return (
    <Dialog
      open
      role="alertdialog"
      title={t('exam.endTitle', { name: `${row.name} ${row.ticket}` })}
      lead={t('exam.endNote')}
      onClose={onClose}
      actions={
        <>
          <Button data-first onClick={onClose}>
            {common('actions.cancel')}
          </Button>
          <Button kind="rec" icon="exit" busy={orders.busy === 'end'} onClick={() => void end()}>
            {t('exam.endConfirm')}
          </Button>
        </>
      }
    >
      <OrderNote />
      <div className={styles.picture}>
        <CandidatePicture row={row} stage={stage} position={1} silent enlargeable={false} />
      </div>
    </Dialog>
  );
}
