import { useTranslation } from 'react-i18next';
import { assertNever } from '#protocol/assert-never';
import { clockTime, countdown, day, minutesUntil } from '../../i18n/times';
import { useLanguage } from '../../i18n/use-language';
import { useDuration } from '../../i18n/use-duration';
import { unbroken } from '../help/telephone';
import { Icon } from '../../ui/Icon';
import { Marked } from '../parts/Marked';
import type { IconName } from '../../ui/icon-paths';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import type { Door } from './door';
import styles from './Ticket.module.css';

interface DoorLineProps {
  readonly door: Door;
  readonly phone: string;
}

const DAY_MS = 24 * 3_600_000;
/** So near the opening nobody leaves the page any more: seconds are counted down. */
const BY_SECONDS_MS = 10 * 60_000;

const looks = {
  before: ['clock', 'accent'],
  open: ['door', 'ok'],
  late: ['phone-call', 'warn'],
  closed: ['phone-call', 'warn'],
  inside: ['check', 'ok'],
  over: ['check', 'ok'],
} as const satisfies Record<Door['kind'], readonly [IconName, string]>;

/** Far from the opening minutes are enough; a screen reader hears the line once, not at every change. */
function Said({ door, phone }: DoorLineProps) {
  const { t } = useTranslation('candidate');
  const { zone } = useServerClock();
  const language = useLanguage();
  const duration = useDuration();
  const now = useServerNow();
  switch (door.kind) {
    case 'before': {
      const time = clockTime(door.opensAt, zone);
      if (door.opensAt - now > DAY_MS) {
        return t('door.beforeDay', { day: day(door.opensAt, language, zone), time });
      }
      const ms = door.opensAt - now;
      const left = ms < BY_SECONDS_MS ? countdown(ms) : duration(minutesUntil(door.opensAt, now) * 60_000);
      return <Marked text={t('door.before', { time, left })} />;
    }
    case 'open':
      return <Marked text={t('door.open', { time: clockTime(door.untilAt, zone) })} />;
    case 'late':
      return t('door.late', { time: clockTime(door.closedAt, zone), phone: unbroken(phone) });
    case 'closed':
      return t('door.closed', { time: clockTime(door.closedAt, zone), phone: unbroken(phone) });
    case 'inside':
      if (door.deadlineAt === null) return t('door.inside');
      return <Marked text={t('door.running', { left: countdown(door.deadlineAt - now) })} />;
    case 'over':
      return t('door.over');
    default:
      return assertNever(door);
  }
}

export function DoorLine({ door, phone }: DoorLineProps) {
  const [icon, mood] = looks[door.kind];
  return (
    <div className={styles.door} data-mood={mood}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <span>
        <Said door={door} phone={phone} />
      </span>
    </div>
  );
}
