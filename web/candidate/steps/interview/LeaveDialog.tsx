import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { useOverview } from '../../parts/overview-context';

interface LeaveDialogProps {
  readonly open: boolean;
  readonly onStay: () => void;
}

/** Leaving ends nothing: only staff or the clock do. It is asked, because the clock runs on. */
export function LeaveDialog({ open, onStay }: LeaveDialogProps) {
  const { t } = useTranslation('candidate');
  const { showOverview } = useOverview();
  return (
    <Dialog
      open={open}
      role="alertdialog"
      title={t('interview.leaveTitle')}
      onClose={onStay}
      actions={
        <>
          <Button
            kind="danger"
            icon="exit"
            onClick={() => {
              onStay();
              showOverview();
            }}
          >
            {t('interview.leaveNow')}
          </Button>
          <Button kind="primary" data-first onClick={onStay}>
            {t('interview.stay')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{t('interview.leaveSafe')}</strong>
      </p>
      <p>{t('interview.leaveCost')}</p>
    </Dialog>
  );
}
