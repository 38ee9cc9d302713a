import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import type { Proposal } from '#protocol/outages';
import { useDuration } from '../../i18n/use-duration';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { useConsoleContext } from '../console/context';
import { owedTo } from '../console/row-state';
import { isReason } from '../parts/reason';
import { canBeParted, creditOf, givenBack, type Answer, type CreditCause } from './credit';
import { OutageSpan } from './OutageSpan';
import styles from './clock.module.css';

interface CreditFormProps {
  readonly row: ConsoleRow;
  readonly onDone: () => void;
}

/** Answers measured outages: given back in full, in part, or not, always with a word of why. */
export function CreditForm({ row, onDone }: CreditFormProps) {
  const { t } = useTranslation('staff');
  const [chosen, setChosen] = useState<string | null>(null);
  const owed = owedTo(row);
  const shown = owed.find(({ outages }) => outages[0] === chosen) ?? owed[0];
  const isGone = (row.outages ?? []).some(({ to }) => to === null);
  if (!shown) return <Banner>{t(isGone ? 'clock.stillGone' : 'clock.nothingLost')}</Banner>;
  return (
    <>
      <fieldset className={styles.choice} aria-label={t('clock.which')}>
        <strong>{t('clock.which')}</strong>
        {owed.map((each) => (
          <Check
            key={each.outages[0]}
            kind="radio"
            name="outage"
            checked={each === shown}
            onChange={() => setChosen(each.outages[0] ?? null)}
          >
            <OutageSpan owed={each} />
          </Check>
        ))}
      </fieldset>
      <AnswerForm row={row} owed={shown} onDone={() => owed.length === 1 && onDone()} />
    </>
  );
}

const causes: readonly CreditCause[] = ['candidate-outage', 'our-outage'];

interface AnswerFormProps extends CreditFormProps {
  readonly owed: Proposal;
}

function AnswerForm({ row, owed, onDone }: AnswerFormProps) {
  const { t } = useTranslation('staff');
  const duration = useDuration();
  const { orders } = useConsoleContext();
  const [answer, setAnswer] = useState<Answer>('all');
  const [cause, setCause] = useState<CreditCause>('candidate-outage');
  const [part, setPart] = useState('');
  const [written, setWritten] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const answers: readonly Answer[] = canBeParted(owed) ? ['all', 'part', 'none'] : ['all', 'none'];
  const reason = written ?? (answer === 'none' ? '' : t(`clock.reasons.${cause}`));
  const ms = givenBack(owed, answer, part);
  const give = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (ms === null || !isReason(reason)) return;
    if (await orders.toSitting(row.sittingId, creditOf(owed, ms, cause, reason.trim()))) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void give(event)}>
      <div className={styles.choice}>
        <strong>{t('clock.answer.label')}</strong>
        <Segmented
          label={t('clock.answer.label')}
          value={answer}
          options={answers.map((value) => ({ value, text: t(`clock.answer.${value}`) }))}
          onChange={setAnswer}
        />
      </div>
      {answer === 'part' && (
        <TextField
          label={t('clock.answer.howMuch')}
          hint={t('clock.answer.howMuchHint', { most: duration(owed.ms) })}
          error={asked && ms === null ? t('clock.answer.tooMuch', { most: duration(owed.ms) }) : undefined}
          autoComplete="off"
          maxLength={7}
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
      )}
      {answer !== 'none' && (
        <div className={styles.choice}>
          <strong>{t('clock.whose')}</strong>
          <Segmented
            label={t('clock.whose')}
            value={cause}
            options={causes.map((value) => ({ value, text: t(`clock.ledger.${value}`) }))}
            onChange={setCause}
          />
        </div>
      )}
      <TextField
        label={t('act.reason')}
        hint={t('act.reasonHint')}
        error={(asked || written !== null) && !isReason(reason) ? t('act.reasonMissing') : undefined}
        maxLength={500}
        value={reason}
        onChange={(event) => setWritten(event.target.value)}
      />
      <Button
        kind="primary"
        type="submit"
        icon={answer === 'none' ? 'x' : 'undo'}
        busy={orders.busy === 'credit'}
      >
        {answer === 'none' || ms === null
          ? t(answer === 'none' ? 'clock.giveNothing' : 'clock.giveSome')
          : t('clock.giveBack', { time: duration(ms) })}
      </Button>
    </form>
  );
}
