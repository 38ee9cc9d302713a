import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { loginStaff } from '#contract/auth';
import { useApi } from '../../api/ApiProvider';
import type { No } from '../../api/result';
import { Banner } from '../../ui/Banner';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/ErrorNote';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { TextField } from '../../ui/TextField';
import { refusalOf } from '../parts/refusal-of';
import type { Me } from './use-me';
import styles from './SignIn.module.css';

interface SignInProps {
  readonly onEnter: (me: Me) => void;
  /** A candidate is signed in on this browser. */
  readonly candidateHere: boolean;
}

export function SignIn({ onEnter, candidateHere }: SignInProps) {
  const { t } = useTranslation('staff');
  const { call } = useApi();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ no: No; requestId: string | null } | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const result = await call(loginStaff, {
      body: { login: String(form.get('login')), password: String(form.get('password')) },
    });
    setBusy(false);
    if (result.ok) onEnter(result.value);
    else setFailed(result);
  };
  return (
    <div className={styles.page} data-density="staff">
      <Bar voice="hall" title={t('signIn.title')}>
        <LanguageSwitch />
      </Bar>
      <main id="main" className={styles.main}>
        <div className={styles.sheet}>
          {candidateHere && <Banner mood="warn">{t('notStaff')}</Banner>}
          {failed && <ErrorNote refusal={refusalOf(failed.no)} requestId={failed.requestId} />}
          <Card size="roomy" label={t('signIn.title')}>
            <form className={styles.form} onSubmit={(event) => void submit(event)}>
              <TextField
                label={t('signIn.login')}
                name="login"
                autoComplete="username"
                autoCapitalize="none"
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
