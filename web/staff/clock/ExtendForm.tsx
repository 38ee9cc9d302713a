import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { useConsoleContext } from '../console/context';
import { isReason } from '../parts/reason';
import styles from './clock.module.css';

const choices = ['1', '3', '5', '10'] as const;

/** Some minutes more, with a word of why. */
export function ExtendForm({ row, onDone }: { readonly row: ConsoleRow; readonly onDone: () => void }) {
  const { t } = useTranslation('staff');
  const { orders } = useConsoleContext();
  const [minutes, setMinutes] = useState<(typeof choices)[number]>('3');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const extend = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!isReason(reason)) return;
    const order = { kind: 'extend', ms: Number(minutes) * 60_000, reason: reason.trim() } as const;
    if (await orders.toSitting(row.sittingId, order)) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void extend(event)}>
      <div className={styles.choice}>
        <strong>{t('clock.howLong')}</strong>
        <Segmented
          label={t('clock.howLong')}
          value={minutes}
          options={choices.map((value) => ({ value, text: t('clock.minutes', { count: Number(value) }) }))}
          onChange={setMinutes}
        />
      </div>
      <TextField
        label={t('act.reason')}
        hint={t('act.reasonHint')}
        error={asked && !isReason(reason) ? t('act.reasonMissing') : undefined}
        maxLength={500}
        value={reason}
        data-first
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="primary" type="submit" icon="plus" busy={orders.busy === 'extend'}>
        {t('clock.extendBy', { count: Number(minutes) })}
      </Button>
    </form>
  );
}
