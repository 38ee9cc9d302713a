import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import type { PaperRow } from './paper-row';
import styles from './paper.module.css';

/** What a candidate needs, each as icon, word and colour. */
export function NotePills({ line: { notes, late } }: { readonly line: PaperRow }) {
  const { t } = useTranslation('staff');
  const { t: own } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const duration = useDuration();
  return (
    <span className={styles.pills}>
      {notes.map(({ code, mood, icon, at, count, ms }) => (
        <Pill key={code} icon={icon} mood={mood}>
          {t(`state.${code}`, { time: at === undefined ? duration(ms ?? 0) : clockTime(at, zone), count })}
        </Pill>
      ))}
      {late && (
        <Pill icon="alert" mood="warn">
          {own('late')}
        </Pill>
      )}
    </span>
  );
}
