import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import { OrderNote } from './OrderNote';
import { isReason } from './reason';
import styles from './ReasonDialog.module.css';

interface ReasonDialogProps {
  readonly title: string;
  /** What it means, before the reason is asked for. */
  readonly note?: string;
  readonly confirm: string;
  readonly busy: boolean;
  /** A reason may be left out. */
  readonly optional?: boolean;
  /** Ends something for somebody. */
  readonly grave?: boolean;
  /** What else is asked for, above the reason; told whether it was asked for already. */
  readonly further?: (asked: boolean) => ReactNode;
  /** False while something in `further` is missing. */
  readonly ready?: boolean;
  /** Closing is the caller's, once the order was taken: what was written survives a refusal. */
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Acts that want a word of why: the word is recorded with the act. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, note, confirm, busy, optional = false, grave = false, onConfirm, onClose } = props;
  const { further, ready = true } = props;
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const enough = isReason(reason) || (optional && reason.trim() === '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (enough && ready && !busy) onConfirm(reason.trim());
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('actions.cancel')}</Button>
          <Button kind={grave ? 'danger' : 'primary'} busy={busy} onClick={submit}>
            {confirm}
          </Button>
        </>
      }
    >
      <OrderNote />
      {note && <p>{note}</p>}
      <form className={styles.form} onSubmit={submit}>
        {further?.(asked)}
        <TextField
          label={optional ? t('act.reasonOptional') : t('act.reason')}
          hint={t('act.reasonHint')}
          error={asked && !enough ? t('act.reasonMissing') : undefined}
          maxLength={500}
          value={reason}
          data-first
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
