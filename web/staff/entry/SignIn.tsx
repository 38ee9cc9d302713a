import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { loginStaff } from '#contract/auth';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import type { Me } from '../../api/use-me';
import { Banner } from '../../ui/Banner';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { NoNote } from '../../ui/NoNote';
import { TextField } from '../../ui/TextField';
import styles from './SignIn.module.css';

interface SignInProps {
  readonly onEnter: (me: Me) => void;
  /** A candidate is signed in on this browser. */
  readonly candidateHere: boolean;
  /** A session ended while its page was open. */
  readonly ended: boolean;
}

export function SignIn({ onEnter, candidateHere, ended }: SignInProps) {
  const { t } = useTranslation('staff');
  const { call } = useApi();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Refused | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const result = await call(loginStaff, {
      body: { login: String(form.get('login')), password: String(form.get('password')) },
    });
    setBusy(false);
    if (result.ok) return onEnter(result.value);
    setFailed(result);
    place.current?.querySelector<HTMLInputElement>('[name=password]')?.select();
  };
  return (
    <div className={styles.page} data-density="staff">
      <Bar voice="hall" title={t('signIn.title')}>
        <LanguageSwitch />
      </Bar>
      <main id="main" className={styles.main}>
        <div className={styles.sheet}>
          {candidateHere && <Banner mood="warn">{t('notStaff')}</Banner>}
          {ended && !failed && <Banner title={t('signIn.ended')}>{t('signIn.endedNote')}</Banner>}
          {failed && <Failure failed={failed} />}
          <Card size="roomy" label={t('signIn.title')}>
            <form className={styles.form} ref={place} onSubmit={(event) => void submit(event)}>
              <TextField
                label={t('signIn.login')}
                name="login"
                autoComplete="username"
                autoCapitalize="none"
                autoFocus
                required
              />
              <TextField
                label={t('signIn.password')}
                name="password"
                type="password"
                autoComplete="current-password"
                required
              />
              <Button kind="primary" type="submit" wide busy={busy}>
                {t('signIn.submit')}
              </Button>
            </form>
          </Card>
          <p className={styles.other}>
            <a href="/">{t('signIn.candidateHere')}</a>
          </p>
        </div>
      </main>
    </div>
  );
}

/** Staff sign in with other things than candidates, so that what does not fit is told in other words. */
function Failure({ failed }: { readonly failed: Refused }) {
  const { t } = useTranslation('staff');
  if (failed.no.refused !== 'WRONG_CREDENTIALS')
    return <NoNote no={failed.no} requestId={failed.requestId} />;
  return (
    <Banner mood="warn" role="alert" title={t('signIn.wrong')}>
      {t('signIn.wrongTodo')}
    </Banner>
  );
}
