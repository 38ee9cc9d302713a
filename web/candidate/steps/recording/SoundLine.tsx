import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../../media/MediaProvider';
import { Icon } from '../../../ui/Icon';
import { LevelMeter } from '../../../ui/LevelMeter';
import styles from './recording.module.css';

/** One's own loudness, in bars and in words, and beside it what else is to be known. */
export function SoundLine({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('recording');
  const { camera } = useMedia();
  return (
    <div className={styles.line}>
      <span className={styles.sound}>
        <Icon name="mic" />
        <span>{t('run.sound')}</span>
        <LevelMeter level={camera.level} bars={14} words />
      </span>
      <span className={styles.beside}>{children}</span>
    </div>
  );
}
