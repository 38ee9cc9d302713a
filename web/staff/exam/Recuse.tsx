import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recuse } from '#contract/results';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { TextArea } from '../../ui/TextArea';

interface RecuseProps {
  readonly sittingId: string;
  readonly name: string;
}

/** For an examiner whom something binds to the candidate: his sheet is not waited for. */
export function Recuse({ sittingId, name }: RecuseProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const { call } = useApi();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [done, setDone] = useState(false);
  const send = async (): Promise<void> => {
    const result = await call(recuse, { params: { sittingId }, body: { reason: reason.trim() } });
    setRefused(result.ok ? null : result);
    if (!result.ok) return;
    setDone(true);
    setAsking(false);
  };
  if (done) return <p role="status">{t('score.recused')}</p>;
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('score.recuse')}
      </Button>
      <Dialog
        open={asking}
        title={t('score.recuseTitle', { name })}
        lead={t('score.recuseNote')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common('actions.cancel')}</Button>
            <Button
              kind="primary"
              disabledReason={reason.trim().length < 2 ? t('score.reasonMissing') : null}
              onClick={() => void send()}
            >
              {t('score.recuse')}
            </Button>
          </>
        }
      >
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
        <TextArea
          label={t('score.reason')}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Dialog>
    </>
  );
}
