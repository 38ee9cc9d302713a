import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, countdown } from '../../i18n/times';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { OrderNote } from '../parts/OrderNote';
import { countAt, type PaperRow } from './paper-row';
import { nextAt } from './set-time';
import styles from './paper.module.css';

interface DispatchDialogProps {
  readonly stepId: string;
  readonly rows: readonly PaperRow[];
  readonly onClose: () => void;
}

type When = 'now' | 'at';

/** Handing out cannot be taken back, so it says first how many have the paper at once, and who gets it later. */
export function DispatchDialog({ stepId, rows, onClose }: DispatchDialogProps) {
  const { t } = useTranslation('paperStaff');
  const { t: common } = useTranslation('common');
  const { orders } = useConsoleContext();
  const { zone } = useServerClock();
  const now = useServerNow();
  const [when, setWhen] = useState<When>('now');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const ready = countAt(rows, 'waiting', 'soon');
  const later = countAt(rows, 'absent', 'on-the-way');
  const at = when === 'at' ? nextAt(now, clockTime(now, zone), typed) : null;
  const missing = when === 'at' && at === null;
  const close = (): void => {
    orders.dismiss();
    onClose();
  };
  const send = async (): Promise<void> => {
    setAsked(true);
    if (missing) return;
    if (await orders.toRoom({ kind: 'dispatch', paper: stepId, ...(at !== null && { at }) })) onClose();
  };
  return (
    <Dialog
      open
      title={t('dispatch.title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common('actions.cancel')}</Button>
          <Button kind="primary" icon="send" busy={orders.busy === 'dispatch'} onClick={() => void send()}>
            {at === null
              ? t('dispatch.confirm', { count: ready })
              : t('dispatch.confirmAt', { time: clockTime(at, zone) })}
          </Button>
        </>
      }
    >
      <OrderNote />
      <div className={styles.form}>
        <ul className={styles.means}>
          <li>
            <strong>{t('dispatch.ready', { count: ready })}</strong>
          </li>
          {later > 0 && <li>{t('dispatch.later', { count: later })}</li>}
          <li>{t('dispatch.final')}</li>
        </ul>
        <Segmented
          label={t('dispatch.when')}
          value={when}
          options={[
            { value: 'now', text: t('dispatch.now') },
            { value: 'at', text: t('dispatch.at') },
          ]}
          onChange={setWhen}
        />
        {when === 'at' && (
          <TextField
            label={t('dispatch.time')}
            hint={
              at === null ? t('dispatch.timeHint') : t('dispatch.timeLeft', { left: countdown(at - now) })
            }
            error={asked && missing ? t('dispatch.timeMissing') : undefined}
            type="time"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
