import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { holds } from '#protocol/policies';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { useConsoleContext } from '../console/context';
import { isReason } from '../parts/reason';
import { minutesOf, type Minutes } from './minutes';
import { LastExtension } from './LastExtension';
import { MinutesChoice } from './MinutesChoice';
import { SomePeople } from './SomePeople';
import { useExtension, type Whom } from './use-extension';
import styles from './clock.module.css';

interface ExtendFormProps {
  /** Null: asked for the whole room. */
  readonly row: ConsoleRow | null;
  readonly onDone: () => void;
}

/** Some minutes more, with a word of why: for one candidate, for some, or for the room. */
export function ExtendForm({ row, onDone }: ExtendFormProps) {
  const { t } = useTranslation('staff');
  const { me, view } = useConsoleContext();
  const extension = useExtension();
  const timed = view.rows.filter(isTimed);
  const [whom, setWhom] = useState<Whom>(row ? 'one' : 'all');
  const [ticked, setTicked] = useState<readonly string[]>(row ? [row.sittingId] : []);
  const [minutes, setMinutes] = useState<Minutes>({ choice: '3', typed: '' });
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const choices = whomChoices(row, timed.length, holds(me.role, 'order the whole room'));
  const count = minutesOf(minutes);
  const wanted =
    whom === 'some' ? ticked.filter((id) => !extension.done.includes(id)) : row ? [row.sittingId] : [];
  const extend = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (count === null || !isReason(reason) || (whom !== 'all' && wanted.length === 0)) return;
    if (await extension.give(whom, wanted, count * 60_000, reason.trim())) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void extend(event)}>
      {row && <LastExtension row={row} />}
      <MinutesChoice label={t('clock.howLong')} value={minutes} asked={asked} onChange={setMinutes} />
      {choices.length > 1 && (
        <div className={styles.choice}>
          <strong>{t('clock.whom.label')}</strong>
          <Segmented
            label={t('clock.whom.label')}
            value={whom}
            options={choices.map((value) => ({ value, text: t(`clock.whom.${value}`) }))}
            onChange={setWhom}
          />
        </div>
      )}
      {whom === 'some' && (
        <SomePeople
          rows={timed}
          ticked={ticked}
          done={extension.done}
          error={asked && ticked.length === 0 ? t('clock.nobodyTicked') : null}
          onChange={setTicked}
        />
      )}
      {whom === 'all' && <p className={styles.dim}>{t('clock.whom.allNote')}</p>}
      {extension.done.length > 0 && !extension.busy && (
        <Banner mood="warn" role="status">
          {t('clock.someDone', { count: extension.done.length })}
        </Banner>
      )}
      <TextField
        label={t('act.reason')}
        hint={t('act.reasonHint')}
        error={asked && !isReason(reason) ? t('act.reasonMissing') : undefined}
        maxLength={500}
        value={reason}
        data-first
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="primary" type="submit" icon="plus" busy={extension.busy}>
        {count === null ? t('clock.extend') : t('clock.extendBy', { count })}
      </Button>
    </form>
  );
}

const isTimed = ({ staff }: ConsoleRow): boolean =>
  staff?.view.phase === 'going-on' && staff.view.clock !== null;

function whomChoices(row: ConsoleRow | null, timed: number, mayOrderRoom: boolean): readonly Whom[] {
  if (!row) return ['all'];
  return ['one', ...(timed > 1 ? (['some'] as const) : []), ...(mayOrderRoom ? (['all'] as const) : [])];
}
