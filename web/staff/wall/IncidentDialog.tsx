import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { incidentKind, noteIncident } from '#contract/proctored';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { Segmented } from '../../ui/Segmented';
import { TextArea } from '../../ui/TextArea';

type Kind = (typeof incidentKind.options)[number];

interface IncidentDialogProps {
  readonly sittingId: string;
  readonly onNoted: () => void;
  readonly onClose: () => void;
}

/** Writes down what was seen: what it concerns, and in words what it was. */
export function IncidentDialog({ sittingId, onNoted, onClose }: IncidentDialogProps) {
  const { t } = useTranslation('proctored');
  const { call } = useApi();
  const [id] = useState(() => ulid());
  const [kind, setKind] = useState<Kind>('environment');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const keep = async (): Promise<void> => {
    setBusy(true);
    const signal = AbortSignal.timeout(20_000);
    const body = { id, kind, text };
    const result = await insist(() => call(noteIncident, { params: { sittingId }, body }), { signal });
    setBusy(false);
    if (!result?.ok) return setRefused(result ?? { no: { refused: 'UNAVAILABLE' }, requestId: null });
    onNoted();
    onClose();
  };
  return (
    <Dialog
      open
      title={t('wall.incident')}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          busy={busy}
          disabledReason={text.trim() ? null : t('wall.what')}
          onClick={() => void keep()}
        >
          {t('wall.keep')}
        </Button>
      }
    >
      <Segmented
        label={t('wall.incident')}
        value={kind}
        options={incidentKind.options.map((value) => ({ value, text: t(`wall.kinds.${value}`) }))}
        onChange={setKind}
      />
      <TextArea
        label={t('wall.what')}
        maxLength={2_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
    </Dialog>
  );
}
