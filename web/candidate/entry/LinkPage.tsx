import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loginLink } from '#contract/auth';
import { useApi } from '../../api/ApiProvider';
import type { No } from '../../api/result';
import { Button } from '../../ui/Button';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { Tools } from '../help/Tools';
import { NoNote } from '../../ui/NoNote';
import { useDocumentTitle } from '../parts/use-document-title';
import { PositionChoice } from './PositionChoice';
import { replaceAddress } from './route';
import styles from './entry.module.css';

/** A personal link. Opening it spends nothing: mail programs and chats open links by themselves. */
export function LinkPage({ token }: { readonly token: string }) {
  const { t } = useTranslation('candidate');
  const { call } = useApi();
  const [position, setPosition] = useState<1 | 2>(1);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ no: No; requestId: string | null } | null>(null);
  useDocumentTitle(t('link.title'));
  const enter = async (): Promise<void> => {
    setBusy(true);
    const result = await call(loginLink, { body: { token, position } });
    setBusy(false);
    if (result.ok) replaceAddress('/');
    else setRefused(result);
  };
  const spent = refused?.no.refused === 'WRONG_CREDENTIALS';
  return (
    <PhoneLayout
      tools={<Tools />}
      foot={
        spent ? (
          <Button kind="primary" wide onClick={() => replaceAddress('/')}>
            {t('link.byTicket')}
          </Button>
        ) : (
          <Button kind="primary" wide iconAfter="right" busy={busy} onClick={() => void enter()}>
            {t('link.enter')}
          </Button>
        )
      }
    >
      <div className={styles.head}>
        <h1>{spent ? t('link.wrong') : t('link.title')}</h1>
        <p>{spent ? t('link.wrongNote') : t('link.lead')}</p>
      </div>
      {refused && !spent && <NoNote no={refused.no} requestId={refused.requestId} />}
      {!spent && <PositionChoice value={position} onChange={setPosition} />}
    </PhoneLayout>
  );
}
