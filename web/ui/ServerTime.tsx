import { useTranslation } from 'react-i18next';
import { clockSeconds, clockTime } from '../i18n/times';
import { Hidden } from './Hidden';
import { Icon } from './Icon';
import { useServerClock, useServerNow } from './server-clock';
import styles from './ServerTime.module.css';

interface ServerTimeProps {
  /** Consoles show seconds; a candidate's page does not hurry anybody. */
  readonly seconds?: boolean;
}

/** The time that counts. */
export function ServerTime({ seconds = false }: ServerTimeProps) {
  const { t } = useTranslation('common');
  const { zone } = useServerClock();
  const now = useServerNow(1000);
  const shown = seconds ? clockSeconds(now, zone) : clockTime(now, zone);
  return (
    <span className={styles.time}>
      <Icon name="clock" />
      <span aria-hidden="true">{shown}</span>
      <Hidden>{t('clock.serverTime', { time: clockTime(now, zone) })}</Hidden>
    </span>
  );
}
