import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useCameraState, useMedia } from './MediaProvider';

/** One full-screen tap after a call or a lock: the browser gives the camera back to a hand only. */
export function TapToResume() {
  const { t } = useTranslation('common');
  const { camera } = useMedia();
  const { needsTap } = useCameraState();
  const [busy, setBusy] = useState(false);
  const resume = async (): Promise<void> => {
    setBusy(true);
    await camera.resume();
    setBusy(false);
  };
  return (
    <Dialog open={needsTap} title={t('resume.title')} role="alertdialog">
      <p>{t('resume.meaning')}</p>
      <Button
        kind="primary"
        size="big"
        wide
        icon="camera"
        autoFocus
        busy={busy}
        onClick={() => void resume()}
      >
        {t('resume.action')}
      </Button>
    </Dialog>
  );
}
