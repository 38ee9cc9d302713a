import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Segmented } from '../../ui/Segmented';
import { useServerClock } from '../../ui/server-clock';
import { TextField } from '../../ui/TextField';
import { useConsoleContext } from '../console/context';
import type { Outage } from '../console/outages';
import { isReason } from '../parts/reason';
import styles from './clock.module.css';

interface CreditFormProps {
  readonly row: ConsoleRow;
  readonly lost: readonly Outage[];
  readonly onDone: () => void;
}

type Cause = 'candidate-outage' | 'our-outage';
const causes: readonly Cause[] = ['candidate-outage', 'our-outage'];
interface Over {
  readonly from: number;
  readonly to: number;
}
const isOver = (outage: Outage): outage is Over => outage.to !== null;

/** Gives a measured outage back to the clock: not a guess, but from the last sign of life to the next. */
export function CreditForm({ row, lost, onDone }: CreditFormProps) {
  const { t } = useTranslation('staff');
  const duration = useDuration();
  const { zone } = useServerClock();
  const { orders } = useConsoleContext();
  const over = lost.filter(isOver);
  const [from, setFrom] = useState<number | null>(null);
  const [cause, setCause] = useState<Cause>('candidate-outage');
  const [written, setWritten] = useState<string | null>(null);
  const chosen = over.find((outage) => outage.from === from) ?? over.at(-1) ?? null;
  const reason = written ?? t(`clock.reasons.${cause}`);
  const give = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!chosen || !isReason(reason)) return;
    const order = { kind: 'credit', cause, ...chosen, reason: reason.trim() } as const;
    if (await orders.toSitting(row.sittingId, order)) onDone();
  };
  if (!chosen) return <Banner>{t(lost.length > 0 ? 'clock.stillGone' : 'clock.nothingLost')}</Banner>;
  return (
    <form className={styles.form} onSubmit={(event) => void give(event)}>
      <fieldset className={styles.choice} aria-label={t('clock.which')}>
        <strong>{t('clock.which')}</strong>
        {over.map((outage) => (
          <Check
            key={outage.from}
            kind="radio"
            name="outage"
            checked={outage.from === chosen.from}
            onChange={() => setFrom(outage.from)}
          >
            {clockSeconds(outage.from, zone)} – {clockSeconds(outage.to, zone)} ·{' '}
            {duration(outage.to - outage.from)}
          </Check>
        ))}
      </fieldset>
      <div className={styles.choice}>
        <strong>{t('clock.whose')}</strong>
        <Segmented
          label={t('clock.whose')}
          value={cause}
          options={causes.map((value) => ({ value, text: t(`clock.ledger.${value}`) }))}
          onChange={setCause}
        />
      </div>
      <TextField
        label={t('act.reason')}
        hint={t('act.reasonHint')}
        error={isReason(reason) ? undefined : t('act.reasonMissing')}
        maxLength={500}
        value={reason}
        onChange={(event) => setWritten(event.target.value)}
      />
      <Button kind="primary" type="submit" icon="undo" busy={orders.busy === 'credit'}>
        {t('clock.giveBack', { time: duration(chosen.to - chosen.from) })}
      </Button>
    </form>
  );
}
