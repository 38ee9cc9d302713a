import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unlockLogin } from '#contract/auth';
import type { ConsoleRow } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';

/** For who is not there: after wrong passcodes his login waits, and staff can let him try at once. */
export function AccessCard({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { call } = useApi();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const unlock = async (): Promise<void> => {
    setBusy(true);
    const result = await call(unlockLogin, { params: { sittingId: row.sittingId } });
    setBusy(false);
    setDone(result.ok);
    setRefused(result.ok ? null : result);
  };
  return (
    <Card title={t('access.title')}>
      <p>{t('access.note')}</p>
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {done && (
        <Banner mood="ok" role="status">
          {t('access.done', { name: row.name })}
        </Banner>
      )}
      <Button icon="key" busy={busy} onClick={() => void unlock()}>
        {t('access.unlock')}
      </Button>
    </Card>
  );
}
