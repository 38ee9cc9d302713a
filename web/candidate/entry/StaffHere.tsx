import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { logout } from '#contract/auth';
import { useApi } from '../../api/ApiProvider';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { NoticePage } from '../parts/NoticePage';

interface StaffHereProps {
  readonly name: string;
  readonly onSignedOut: () => void;
}

/** Staff opened the candidates' address. */
export function StaffHere({ name, onSignedOut }: StaffHereProps) {
  const { t } = useTranslation('candidate');
  const { call } = useApi();
  const [busy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    await call(logout);
    setBusy(false);
    onSignedOut();
  };
  return (
    <NoticePage
      icon="user"
      title={t('staffHere.title')}
      foot={
        <>
          <ButtonLink kind="primary" wide href="/staff">
            {t('staffHere.toStaff')}
          </ButtonLink>
          <Button wide busy={busy} onClick={() => void leave()}>
            {t('staffHere.signOut')}
          </Button>
        </>
      }
    >
      <p>{t('staffHere.note', { name })}</p>
    </NoticePage>
  );
}
