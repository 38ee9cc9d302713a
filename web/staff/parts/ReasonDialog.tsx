import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/TextArea';

interface ReasonDialogProps {
  readonly title: string;
  /** What it means, before the reason is asked for. */
  readonly note?: string;
  readonly confirm: string;
  readonly busy: boolean;
  /** A reason may be left out. */
  readonly optional?: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

const SHORTEST = 2;

/** Acts that want a word of why: the word is recorded with the act. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, note, confirm, busy, optional = false, onConfirm, onClose } = props;
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < SHORTEST && !(optional && reason.trim() === '');
  const submit = (): void => {
    setAsked(true);
    if (!tooShort) onConfirm(reason.trim());
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('actions.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={submit}>
            {confirm}
          </Button>
        </>
      }
    >
      {note && <p>{note}</p>}
      <TextArea
        label={t('act.reason')}
        hint={t('act.reasonHint')}
        error={asked && tooShort ? t('act.reasonMissing') : undefined}
        rows={3}
        maxLength={500}
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
