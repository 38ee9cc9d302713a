import { useTranslation } from 'react-i18next';
import { Pill } from '../../../ui/Pill';
import styles from './face-check.module.css';

interface AttemptPillProps {
  readonly attempts: number;
  readonly attemptsLeft: number;
}

/** Attempts in words: "第 1 次，共 3 次". */
export function AttemptPill({ attempts, attemptsLeft }: AttemptPillProps) {
  const { t } = useTranslation('candidate');
  const now = Math.min(attempts, attempts - attemptsLeft + 1);
  return (
    <p className={styles.attempt}>
      <Pill icon="retake">{t('face.attempt', { now, total: attempts })}</Pill>
    </p>
  );
}
