import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../ui/server-clock';
import styles from './face-check.module.css';

interface CaptureCountdownProps {
  readonly capturesAt: number;
  readonly taking: boolean;
}

/** How long until the pictures of this movement are taken; then "keep still". */
export function CaptureCountdown({ capturesAt, taking }: CaptureCountdownProps) {
  const { t } = useTranslation('candidate');
  const now = useServerNow(200);
  const seconds = Math.max(0, Math.ceil((capturesAt - now) / 1_000));
  return (
    <p className={styles.countdown} data-taking={taking || undefined}>
      {taking || seconds === 0 ? t('face.taking') : t('face.takingIn', { count: seconds })}
    </p>
  );
}
