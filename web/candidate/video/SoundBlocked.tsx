import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import styles from './SoundBlocked.module.css';

/** Over the picture: one tap, and the other side is heard. */
export function SoundBlocked({ onUnblock }: { readonly onUnblock: () => void }) {
  const { t } = useTranslation('common');
  return (
    <span className={styles.place} data-theme="hall">
      <Button kind="primary" icon="sound" onClick={onUnblock}>
        {t('camera.soundBlocked')}
      </Button>
    </span>
  );
}
