import { useTranslation } from 'react-i18next';
import { useMedia, useCameraState } from '../../media/MediaProvider';
import type { MediaFault } from '../../media/faults';
import { phoneOf } from '../../media/in-app-browser';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { AddressBarPicture } from './AddressBarPicture';
import { useFaultWords } from './use-fault-words';
import styles from './HowToDialog.module.css';

interface HowToDialogProps {
  readonly fault: MediaFault | null;
  readonly onClose: () => void;
}

/** Which way to the browser's permissions is described. */
function browserOf(agent: string): 'safari-phone' | 'android' | 'safari-mac' | 'firefox' | 'desktop' {
  const phone = phoneOf(agent);
  if (phone === 'iphone') return 'safari-phone';
  if (phone === 'android') return 'android';
  if (/Firefox\//.test(agent)) return 'firefox';
  return /Safari\//.test(agent) && !/Chrome\//.test(agent) ? 'safari-mac' : 'desktop';
}

/** What to change, step by step, with a picture of where; then trying again is one press away. */
export function HowToDialog({ fault, onClose }: HowToDialogProps) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  const { camera } = useMedia();
  const { status } = useCameraState();
  const words = useFaultWords();
  const shown = fault ?? 'unknown-fault';
  const permission = shown.startsWith('permission-');
  const browser = browserOf(navigator.userAgent);
  const { what, todo } = words(shown);
  const again = async (): Promise<void> => {
    await camera.open();
    onClose();
  };
  return (
    <Dialog
      open={fault !== null}
      onClose={onClose}
      title={what}
      actions={
        <Button kind="primary" icon="retake" busy={status === 'asking'} onClick={() => void again()}>
          {common('actions.retry')}
        </Button>
      }
    >
      <div className={styles.howTo}>
        <p>{todo}</p>
        {permission && (
          <>
            <AddressBarPicture browser={browser} />
            <ol className={styles.steps}>
              <li>{t(`howTo.${browser}.first`)}</li>
              <li>{t(`howTo.${browser}.second`)}</li>
              <li>{t(`howTo.${browser}.third`)}</li>
            </ol>
          </>
        )}
        <p className={styles.help}>{t('howTo.stillNot')}</p>
      </div>
    </Dialog>
  );
}
