import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import styles from './rehearsal.module.css';

interface BandProps {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Above every page of a rehearsal, in a colour that the exam never has. */
export function Band({ children, actions }: BandProps) {
  const { t } = useTranslation('rehearsal');
  useEffect(() => {
    document.documentElement.dataset.rehearsal = '';
    return () => {
      delete document.documentElement.dataset.rehearsal;
    };
  }, []);
  return (
    <section className={styles.band} aria-label={t('mark')}>
      <strong className={styles.mark}>
        <Icon name="play" bold /> {t('mark')}
      </strong>
      <p className={styles.words}>{children}</p>
      {actions && <span className={styles.actions}>{actions}</span>}
    </section>
  );
}
