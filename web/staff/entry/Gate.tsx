import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { logout } from '#contract/auth';
import { useApi } from '../../api/ApiProvider';
import { useMe, type Me } from '../../api/use-me';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { NoNote } from '../../ui/NoNote';
import { OpeningPage } from '../../ui/OpeningPage';
import { Waiting } from '../../ui/Waiting';
import styles from './SignIn.module.css';

export interface Session {
  readonly me: Me;
  /** The server ended the session that was here. */
  readonly sessionEnded: boolean;
  readonly become: (me: Me) => void;
  readonly leave: () => void;
  readonly signedOut: () => void;
}

interface GateProps {
  readonly children: (session: Session) => ReactNode;
}

/** Finds out who sits here before a page for staff is shown; says what it waits for. */
export function Gate({ children }: GateProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const { call } = useApi();
  const { asked, askAgain, become, signedOut } = useMe();
  const leave = async (): Promise<void> => {
    await call(logout);
    become({ kind: 'nobody' });
  };
  if (asked.at === 'known') {
    const { me, sessionEnded } = asked;
    return children({ me, sessionEnded, become, leave: () => void leave(), signedOut });
  }
  const waitingFor = asked.at === 'asking' ? asked.waitingFor : asked.no;
  if (!waitingFor) return <OpeningPage />;
  return (
    <div className={styles.page} data-density="staff">
      <Bar voice="hall" title={t('opening')}>
        <LanguageSwitch />
      </Bar>
      <main id="main" className={styles.main}>
        <div className={styles.sheet}>
          <NoNote
            no={waitingFor}
            requestId={asked.at === 'refused' ? asked.requestId : null}
            action={asked.at === 'refused' && <Button onClick={askAgain}>{common('actions.retry')}</Button>}
          />
          {asked.at === 'asking' && <Waiting>{t('trying')}</Waiting>}
        </div>
      </main>
    </div>
  );
}
