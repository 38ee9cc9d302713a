import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './CrashPage.module.css';

interface CrashPageProps {
  readonly fault: Error;
}

export function CrashPage({ fault }: CrashPageProps) {
  const { t } = useTranslation('common');
  return (
    <main className={styles.page} role="alert">
      <h1>{t('crash.what')}</h1>
      <p>
        <strong>{t('crash.meaning')}</strong>
      </p>
      <p>{t('crash.todo')}</p>
      <Button kind="primary" icon="retake" onClick={() => window.location.reload()}>
        {t('actions.reload')}
      </Button>
      <details>
        <summary>{t('crash.details')}</summary>
        <code>{fault.message}</code>
      </details>
    </main>
  );
}
