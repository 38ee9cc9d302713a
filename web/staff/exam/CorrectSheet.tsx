import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { correctScore } from '#contract/results';
import type { Criterion } from '#steps/interview/schema';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { checkScores, valuesOf } from './score-state';
import styles from './ScorePanel.module.css';

interface CorrectSheetProps {
  readonly sittingId: string;
  readonly name: string;
  readonly criteria: readonly Criterion[];
  readonly sealed: Readonly<Record<string, string>>;
}

/** Puts the own sealed sheet right: a new entry with its reason, beside what was sealed. */
export function CorrectSheet({ sittingId, name, criteria, sealed }: CorrectSheetProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const text = useLocalText();
  const { call } = useApi();
  const [id, setId] = useState<string | null>(null);
  const [typed, setTyped] = useState(sealed);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [done, setDone] = useState(false);
  const { missing, wrong, total } = checkScores(criteria, typed);
  const faulty = missing.length + wrong.length > 0;
  const send = async (entry: string): Promise<void> => {
    const body = { id: entry, values: valuesOf(criteria, typed), reason: reason.trim() };
    const result = await call(correctScore, { params: { sittingId }, body });
    setRefused(result.ok ? null : result);
    if (!result.ok) return;
    setDone(true);
    setId(null);
  };
  return (
    <div className={styles.foot}>
      {done && <p role="status">{t('score.corrected')}</p>}
      <Button icon="edit" onClick={() => setId(ulid())}>
        {t('score.correct')}
      </Button>
      <Dialog
        open={id !== null}
        title={t('score.correctTitle', { name })}
        lead={t('score.correctNote')}
        onClose={() => setId(null)}
        actions={
          <>
            <Button onClick={() => setId(null)}>{common('actions.cancel')}</Button>
            <Button
              kind="primary"
              disabledReason={faulty || reason.trim().length < 2 ? t('score.correctMissing') : null}
              onClick={() => id && void send(id)}
            >
              {t('score.correctSend', { total })}
            </Button>
          </>
        }
      >
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
        {criteria.map(({ id: criterion, title, max }) => (
          <TextField
            key={criterion}
            label={text(title)}
            aside={t('score.of', { max })}
            inputMode="numeric"
            autoComplete="off"
            value={typed[criterion] ?? ''}
            error={wrong.includes(criterion) ? t('score.outOfRange', { max }) : undefined}
            onChange={({ target }) => setTyped({ ...typed, [criterion]: target.value })}
          />
        ))}
        <TextArea
          label={t('score.reason')}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Dialog>
    </div>
  );
}
