import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { loginCandidate } from '#contract/auth';
import { useApi } from '../../api/ApiProvider';
import type { No } from '../../api/result';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { TextField } from '../../ui/TextField';
import { Tools } from '../help/Tools';
import { NoNote } from '../../ui/NoNote';
import { useDocumentTitle } from '../parts/use-document-title';
import { PositionChoice } from './PositionChoice';
import styles from './entry.module.css';

interface SignInProps {
  /** The session ended while an exam was open. */
  readonly ended: boolean;
  readonly onSignedIn: () => void;
}

interface Typed {
  readonly exam: string;
  readonly ticket: string;
  readonly passcode: string;
}
type Missing = Partial<Record<keyof Typed, true>>;

function missingOf(typed: Typed): Missing {
  const missing: Missing = {};
  for (const key of ['exam', 'ticket', 'passcode'] as const) if (!typed[key].trim()) missing[key] = true;
  return missing;
}

const examOfAddress = (): string => new URLSearchParams(window.location.search).get('exam') ?? '';

/** Candidates sign in with what stands on their admission ticket. */
export function SignIn({ ended, onSignedIn }: SignInProps) {
  const { t } = useTranslation('candidate');
  const { call } = useApi();
  const [typed, setTyped] = useState<Typed>(() => ({ exam: examOfAddress(), ticket: '', passcode: '' }));
  const [position, setPosition] = useState<1 | 2>(1);
  const [missing, setMissing] = useState<Missing>({});
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ no: No; requestId: string | null } | null>(null);
  useDocumentTitle(t('signIn.title'));

  const field = (name: keyof Typed) => ({
    name,
    value: typed[name],
    error: missing[name] && t(`signIn.missing.${name}`),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const lacks = missingOf(typed);
    setMissing(lacks);
    if (Object.keys(lacks).length > 0 || busy) return;
    setBusy(true);
    const result = await call(loginCandidate, { body: { ...typed, position } });
    setBusy(false);
    if (result.ok) onSignedIn();
    else setRefused(result);
  };
  return (
    <PhoneLayout
      tools={<Tools />}
      foot={
        <Button kind="primary" wide type="submit" form="sign-in" busy={busy}>
          {t('signIn.submit')}
        </Button>
      }
    >
      <div className={styles.head}>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.lead')}</p>
      </div>
      {ended && !refused && <Banner title={t('signIn.ended')}>{t('signIn.endedNote')}</Banner>}
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      <form id="sign-in" className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('signIn.exam')}
          autoCapitalize="characters"
          autoComplete="off"
          {...field('exam')}
        />
        <TextField
          label={t('signIn.ticket')}
          inputMode="text"
          autoComplete="username"
          autoCapitalize="characters"
          {...field('ticket')}
        />
        <TextField
          label={t('signIn.passcode')}
          hint={t('signIn.passcodeHint')}
          type="password"
          autoComplete="current-password"
          {...field('passcode')}
        />
        <PositionChoice value={position} onChange={setPosition} />
      </form>
    </PhoneLayout>
  );
}
