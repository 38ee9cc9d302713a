import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextArea } from '../ui/TextArea';

interface CloseDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onConfirm: (note: string) => void;
}

/** The note is for the next exam: what it was, and what helped. */
export function CloseDialog({ name, onClose, onConfirm }: CloseDialogProps) {
  const { t } = useTranslation('support');
  const { t: common } = useTranslation('common');
  const [note, setNote] = useState('');
  return (
    <Dialog
      open
      title={t('closeTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('actions.cancel')}</Button>
          <Button kind="primary" onClick={() => onConfirm(note.trim())}>
            {t('close')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        maxLength={1000}
        value={note}
        data-first
        onChange={(event) => setNote(event.target.value)}
      />
    </Dialog>
  );
}

interface TakeOverDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function TakeOverDialog({ name, onClose, onConfirm }: TakeOverDialogProps) {
  const { t } = useTranslation('support');
  const { t: common } = useTranslation('common');
  return (
    <Dialog
      open
      title={t('takeOverTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('actions.cancel')}</Button>
          <Button kind="primary" onClick={onConfirm}>
            {t('takeOver')}
          </Button>
        </>
      }
    >
      <p>{t('takeOverNote')}</p>
    </Dialog>
  );
}
