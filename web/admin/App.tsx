import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProvider } from '../api/ApiProvider';
import { Gate, type Session } from '../staff/entry/Gate';
import { SignIn } from '../staff/entry/SignIn';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { OpeningPage } from '../ui/OpeningPage';
import { lateOffice, opensArchives, opensRehearsals } from '../office/late-office';
import { lateExams, opensExams } from './exams/late-exams';
import { FlowPage } from './FlowPage';
import { latePapers, opensPapers } from './papers/late-papers';
import styles from './admin.module.css';

function Admin({ me, sessionEnded, become, leave }: Session) {
  const { t } = useTranslation('admin');
  const { t: staff } = useTranslation('staff');
  if (me.kind === 'staff' && opensArchives(me.role, window.location.pathname)) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateOffice.Archives me={me} onLeave={leave} />
      </Suspense>
    );
  }
  if (me.kind === 'staff' && opensRehearsals(me.role, window.location.pathname)) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateOffice.Rehearsals me={me} onLeave={leave} />
      </Suspense>
    );
  }
  if (me.kind === 'staff' && opensPapers(me.role, window.location.pathname)) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <latePapers.Page me={me} onLeave={leave} />
      </Suspense>
    );
  }
  if (me.kind === 'staff' && opensExams(me.role, window.location.pathname)) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateExams.Pages me={me} onLeave={leave} />
      </Suspense>
    );
  }
  if (me.kind === 'staff' && me.role === 'admin') return <FlowPage me={me} onLeave={leave} />;
  if (me.kind !== 'staff')
    return <SignIn onEnter={become} candidateHere={me.kind === 'candidate'} ended={sessionEnded} />;
  return (
    <main id="main" className={styles.refused} data-density="staff">
      <Card size="roomy">
        <h1>{t('title')}</h1>
        <p>{t('notAdmin', { name: me.name })}</p>
        <Button onClick={leave}>{staff('signOut')}</Button>
      </Card>
    </main>
  );
}

/** Where an exam office sets its exams up. */
export function AdminApp() {
  return (
    <ApiProvider>
      <Gate>{(session) => <Admin {...session} />}</Gate>
    </ApiProvider>
  );
}
