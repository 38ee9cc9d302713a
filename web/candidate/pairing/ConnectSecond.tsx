import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PairingPanel } from './PairingPanel';
import styles from './ConnectSecond.module.css';

interface ConnectSecondProps {
  /** It was connected before and is gone. */
  readonly again: boolean;
}

/** 2.1.7: the button on the first picture; it opens the code. */
export function ConnectSecond({ again }: ConnectSecondProps) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <span className={styles.place} data-theme="hall">
        <Button icon="qr" size="small" onClick={() => setOpen(true)}>
          {t(again ? 'pairing.connectAgain' : 'pairing.connect')}
        </Button>
      </span>
      <Dialog
        open={open}
        onClose={close}
        title={t('pairing.connect')}
        size="wide"
        actions={<Button onClick={close}>{common('actions.close')}</Button>}
      >
        <PairingPanel />
      </Dialog>
    </>
  );
}
