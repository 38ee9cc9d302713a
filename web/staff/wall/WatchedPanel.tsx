import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readWatched, type WatchSource } from '#contract/proctored';
import { useApi } from '../../api/ApiProvider';
import { useRepeated } from '../../api/use-repeated';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Banner } from '../../ui/Banner';
import { IconButton } from '../../ui/IconButton';
import { Pill } from '../../ui/Pill';
import { Segmented } from '../../ui/Segmented';
import { useServerClock } from '../../ui/server-clock';
import { useReason } from './use-reason';
import type { WallRow } from './wall-row';
import { WatchedActs } from './WatchedActs';
import styles from './wall.module.css';

const EVERY_MS = 10_000;
const sources = ['camera-1', 'camera-2', 'screen'] as const satisfies readonly WatchSource[];

interface WatchedPanelProps {
  readonly line: WallRow;
  readonly now: number;
  readonly onLeave: () => void;
}

/** One candidate: pictures to look back at, the facts, incidents, and what can be done for him alone. */
export function WatchedPanel({ line, now, onLeave }: WatchedPanelProps) {
  const { t } = useTranslation('proctored');
  const { call } = useApi();
  const { zone } = useServerClock();
  const duration = useDuration();
  const sayReason = useReason(now);
  const heading = useRef<HTMLHeadingElement>(null);
  const [source, setSource] = useState<WatchSource>('camera-1');
  const { row, reasons, mood } = line;
  const { sittingId } = row;
  const ask = useCallback(
    () => call(readWatched, { params: { sittingId }, query: { source } }),
    [call, sittingId, source],
  );
  const { known, again } = useRepeated(ask, EVERY_MS);
  useEffect(() => heading.current?.focus(), []);
  const [newest, ...before] = known?.stills ?? [];
  return (
    <aside className={styles.panel} aria-label={row.name}>
      <header className={styles.panelHead}>
        <h2 ref={heading} tabIndex={-1}>
          {row.name} <span className={styles.dim}>{row.ticket}</span>
        </h2>
        <IconButton icon="x" kind="ink" label={t('wall.close')} onClick={onLeave} />
      </header>
      <div className={styles.pills}>
        {reasons.map((reason, index) => {
          const said = sayReason(reason);
          return (
            <Pill key={index} icon={said.icon} mood={reason.kind === 'note' ? reason.note.mood : mood}>
              {said.text}
            </Pill>
          );
        })}
      </div>
      <Segmented
        label={t('wall.strip')}
        value={source}
        options={sources.map((value) => ({ value, text: t(`wall.sources.${value}`) }))}
        onChange={setSource}
      />
      {newest ? (
        <figure className={styles.newest}>
          <img
            src={newest.url}
            alt={t('wall.enlarged', {
              name: row.name,
              source: t(`wall.sources.${source}`),
              time: clockSeconds(newest.at, zone),
            })}
          />
          <figcaption>{clockSeconds(newest.at, zone)}</figcaption>
        </figure>
      ) : (
        <p className={styles.dim}>{t('wall.none')}</p>
      )}
      {before.length > 0 && (
        <section aria-label={t('wall.strip')}>
          <h3 className={styles.part}>{t('wall.strip')}</h3>
          <ol className={styles.strip} tabIndex={0}>
            {before.map(({ at, url }) => (
              <li key={at}>
                <a href={url} target="_blank" rel="noreferrer">
                  <img src={url} alt="" loading="lazy" />
                  <span>{clockSeconds(at, zone)}</span>
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
      <h3 className={styles.part}>{t('wall.factsTitle')}</h3>
      {known?.facts.length === 0 && <p className={styles.dim}>{t('wall.noFacts')}</p>}
      <ol className={styles.facts}>
        {known?.facts.toReversed().map(({ fact, from, to }, index) => (
          <li key={index}>
            <time>{clockSeconds(from, zone)}</time>
            <span>{t(`facts.${fact}`)}</span>
            <span className={styles.dim}>
              {to === null ? t('log.lasts') : to - from >= 1_000 ? duration(to - from) : ''}
            </span>
          </li>
        ))}
        {known?.incidents.map(({ id, at, by, kind, text }) => (
          <li key={id}>
            <time>{clockSeconds(at, zone)}</time>
            <span>
              {t(`wall.kinds.${kind}`)}: {text}
            </span>
            <span className={styles.dim}>{by}</span>
          </li>
        ))}
      </ol>
      {known?.comment && (
        <Banner icon="chat" title={t('wall.comment')}>
          {known.comment.text}
        </Banner>
      )}
      <Banner icon="info">{t('wall.judge')}</Banner>
      <WatchedActs line={line} onNoted={again} />
    </aside>
  );
}
