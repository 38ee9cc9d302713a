import { useTranslation } from 'react-i18next';
import { ApiProvider } from '../api/ApiProvider';
import { ButtonLink } from '../ui/ButtonLink';
import { OpeningPage } from '../ui/OpeningPage';
import { useMe } from '../staff/entry/use-me';
import { FlowPage } from './FlowPage';
import styles from './admin.module.css';

function Admin() {
  const { t } = useTranslation('admin');
  const { me, leave } = useMe();
  if (!me) return <OpeningPage />;
  if (me.kind === 'staff' && me.role === 'admin') return <FlowPage me={me} onLeave={() => void leave()} />;
  return (
    <main id="main" className={styles.refused} data-density="staff">
      <h1>{t('title')}</h1>
      <p>{t('notAdmin')}</p>
      <ButtonLink kind="primary" href="/staff">
        {t('signIn')}
      </ButtonLink>
    </main>
  );
}

/** Where an exam office sets its exams up. */
export function AdminApp() {
  return (
    <ApiProvider>
      <Admin />
    </ApiProvider>
  );
}
