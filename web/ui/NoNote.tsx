import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isOffline, type No } from '../api/result';
import { Banner } from './Banner';
import { ErrorNote } from './ErrorNote';

interface NoNoteProps {
  readonly no: No;
  readonly requestId?: string | null;
  readonly action?: ReactNode;
}

/** Why something was not done: the server's refusal, or the network's silence. */
export function NoNote({ no, requestId, action }: NoNoteProps) {
  const { t } = useTranslation('common');
  if (!isOffline(no)) return <ErrorNote refusal={no} requestId={requestId} action={action} />;
  return (
    <Banner mood="warn" icon="wifi-off" role="alert" title={t('offline.title')} action={action}>
      {t('offline.again')}
    </Banner>
  );
}
