import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import styles from './recording.module.css';

interface AgainDialogProps {
  readonly open: boolean;
  /** Left after this one. */
  readonly left: number;
  readonly isFree: boolean;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What recording again costs, before it costs anything. */
export function AgainDialog({ open, left, isFree, onAgain, onClose }: AgainDialogProps) {
  const { t } = useTranslation('recording');
  return (
    <Dialog
      open={open}
      title={t('again.ask')}
      onClose={onClose}
      actions={
        <>
          <Button data-first onClick={onClose}>
            {t('again.back')}
          </Button>
          <Button kind="primary" icon="retake" onClick={onAgain}>
            {t('again.now')}
          </Button>
        </>
      }
    >
      <p className={styles.strong}>
        {isFree ? t('again.askFree') : t('again.askCost', { count: Math.max(0, left) })}
      </p>
      <p>{t('again.askBegins')}</p>
    </Dialog>
  );
}

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly n: number;
  readonly isLast: boolean;
  /** The other device has not brought everything yet. */
  readonly secondWaits: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What cannot be taken back, said plainly. */
export function ConfirmDialog({ open, n, isLast, secondWaits, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('recording');
  return (
    <Dialog
      open={open}
      title={t('confirm.ask', { n })}
      onClose={onClose}
      actions={
        <>
          <Button data-first onClick={onClose}>
            {t('confirm.back')}
          </Button>
          <Button kind="primary" icon="check" onClick={onConfirm}>
            {t('confirm.now')}
          </Button>
        </>
      }
    >
      <p className={styles.strong}>{t('confirm.askFinal')}</p>
      <p>{t(isLast ? 'confirm.askLast' : 'confirm.askNext')}</p>
      {secondWaits && <p>{t('preview.sendingSecond')}</p>}
    </Dialog>
  );
}
