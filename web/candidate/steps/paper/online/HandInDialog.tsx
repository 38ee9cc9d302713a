import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../../ui/Banner';
import { Button } from '../../../../ui/Button';
import { Dialog } from '../../../../ui/Dialog';
import type { Numbered, Progress } from './numbered';
import styles from './question.module.css';

interface HandInDialogProps {
  readonly open: boolean;
  readonly progress: Progress;
  readonly busy: boolean;
  /** Saves what is not saved yet, then hands in. False: some words did not reach the server. */
  readonly onHandIn: () => Promise<boolean>;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** What is still empty, before what cannot be taken back. */
export function HandInDialog({ open, progress, busy, onHandIn, onShow, onClose }: HandInDialogProps) {
  const { t } = useTranslation('paper');
  const [sending, setSending] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const send = async (): Promise<void> => {
    setSending(true);
    setUnsaved(!(await onHandIn()));
    setSending(false);
  };
  const list = (title: string, questions: readonly Numbered[]) =>
    questions.length > 0 && (
      <div>
        <p className={styles.listTitle}>{title}</p>
        <ul className={styles.numbers}>
          {questions.map(({ number, question }) => (
            <li key={question.id}>
              <Button
                size="small"
                onClick={() => {
                  onShow(question.id);
                  onClose();
                }}
              >
                {t('nth', { number })}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    );
  const { empty, partly, marked, answered, all } = progress;
  return (
    <Dialog
      open={open}
      title={t('handIn.title')}
      lead={t('answeredOf', { answered, all })}
      onClose={onClose}
      actions={
        <>
          <Button data-first onClick={onClose}>
            {t('handIn.back')}
          </Button>
          <Button kind="primary" busy={busy || sending} onClick={() => void send()}>
            {t('handIn.now')}
          </Button>
        </>
      }
    >
      {empty.length === 0 && partly.length === 0 && <p>{t('handIn.nothingEmpty')}</p>}
      {list(t('handIn.empty', { count: empty.length }), empty)}
      {list(t('handIn.partly', { count: partly.length }), partly)}
      {list(t('handIn.marked', { count: marked.length }), marked)}
      <p>{t('handIn.final')}</p>
      {unsaved && (
        <Banner mood="warn" role="alert" title={t('handIn.unsaved')}>
          {t('handIn.unsavedTodo')}
        </Banner>
      )}
    </Dialog>
  );
}
