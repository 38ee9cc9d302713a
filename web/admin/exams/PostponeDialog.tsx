import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postponeExam, type ExamDetails } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { TextField } from '../../ui/TextField';
import { DateFields } from './DateFields';
import { useAct } from './use-act';
import styles from './exams.module.css';

interface PostponeDialogProps {
  readonly exam: ExamDetails;
  readonly onChanged: (exam: ExamDetails) => void;
  readonly onClose: () => void;
}

/** Moves the whole window, with a reason. */
export function PostponeDialog({ exam, onChanged, onClose }: PostponeDialogProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const { timeZone, opensAt, entryClosesAt, closesAt } = exam.form;
  const [dates, setDates] = useState({ opensAt, entryClosesAt, closesAt });
  const [reason, setReason] = useState('');
  const moving = useAct();
  const said = (field: string) => {
    const found = moving.faults.find((fault) => fault.field === field);
    return found && text(found.message);
  };
  const save = async (): Promise<void> => {
    const body = { ...dates, reason };
    const done = await moving.act(() => call(postponeExam, { params: { examId: exam.id }, body }));
    if (!done) return;
    onChanged(done);
    onClose();
  };
  return (
    <Dialog
      open
      title={t('postpone.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={moving.busy} onClick={() => void save()}>
          {t('postpone.save')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <DateFields
          fixedZone
          form={{ ...dates, timeZone }}
          said={said}
          onChange={(change) => setDates({ ...dates, ...change })}
        />
        <TextField
          label={t('postpone.reason')}
          hint={t('postpone.reasonHint')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {moving.failed && <NoNote no={moving.failed.no} requestId={moving.failed.requestId} />}
      </div>
    </Dialog>
  );
}
