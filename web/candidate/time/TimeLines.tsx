import { useTranslation } from 'react-i18next';
import type { TimeLine } from '#contract/time-account';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import styles from './time.module.css';

/** Line by line, oldest first: what, from when to when, what it gave, and who decided. */
export function TimeLines({ lines }: { readonly lines: readonly TimeLine[] }) {
  const { t } = useTranslation('time');
  return (
    <section aria-label={t('lines')} className={styles.lines} tabIndex={0}>
      <ol>
        {lines.map((line) => (
          <Line key={`${line.what}${line.from}${line.waiting}`} line={line} />
        ))}
      </ol>
      {lines.length > 1 && <p className={styles.dim}>{t('overlap')}</p>}
    </section>
  );
}

function Line({ line }: { readonly line: TimeLine }) {
  const { t } = useTranslation('time');
  const { zone } = useServerClock();
  const { what, from, to } = line;
  const begun = clockSeconds(from, zone);
  const span = to === from ? begun : `${begun} – ${to === null ? t('until') : clockSeconds(to, zone)}`;
  return (
    <li className={styles.line}>
      <strong className={styles.what}>{t(`what.${what}`)}</strong>
      <time className={styles.span}>{span}</time>
      <span className={styles.gave}>
        <Gave line={line} />
      </span>
      <Decider line={line} />
    </li>
  );
}

function Gave({ line: { what, ms, waiting } }: { readonly line: TimeLine }) {
  const { t } = useTranslation('time');
  const duration = useDuration();
  if (ms === null)
    return (
      <Pill icon="pause" mood="warn">
        {t('lasts')}
      </Pill>
    );
  if (waiting)
    return (
      <Pill icon="clock" mood="warn">
        {t('gave.waiting', { time: duration(ms) })}
      </Pill>
    );
  if (ms === 0) return <Pill icon="minus">{t('gave.nothing')}</Pill>;
  const gave = what === 'extension' ? 'added' : what.endsWith('-pause') ? 'stood' : 'back';
  return (
    <Pill icon="check" mood="ok">
      {t(`gave.${gave}`, { time: duration(ms) })}
    </Pill>
  );
}

function Decider({ line: { by, waiting } }: { readonly line: TimeLine }) {
  const { t } = useTranslation('time');
  const said = (): string => {
    if (waiting) return t('by.waiting');
    if (by.kind === 'system') return t('by.system');
    if (!by.name || !by.role) return t('by.someone');
    return t('by.staff', { name: by.name, role: t(`roles.${by.role}`) });
  };
  return <span className={styles.who}>{said()}</span>;
}
