import { useTranslation } from 'react-i18next';
import styles from './recording.module.css';

/** How often one may still record again, and what does not count. */
export function QuotaLeft({ left }: { readonly left: number }) {
  const { t } = useTranslation('recording');
  return (
    <p className={styles.quota}>
      <strong>
        {t('quota.label')} · {t('quota.left', { count: left })}
      </strong>
      <span>{t('quota.free')}</span>
    </p>
  );
}
