import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSittingTakes, type RecordedTake } from '#contract/takes';
import { useApi } from '../../api/ApiProvider';
import { useRepeated } from '../../api/use-repeated';
import { clockSeconds, elapsed } from '../../i18n/times';
import { filmsOf, lengthOf } from '../../media/playback/clips';
import { PairPlayback } from '../../media/playback/PairPlayback';
import { classes } from '../../ui/classes';
import { NoNote } from '../../ui/NoNote';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import { chosenOf, numbered } from './numbered-takes';
import styles from './takes.module.css';

interface SittingTakesProps {
  readonly sittingId: string;
  readonly name: string;
}

/** Addresses are short-lived, and what is being joined becomes one file meanwhile. */
const EVERY_MS = 30_000;

/** All takes of one candidate; the one that counts is open first. */
export function SittingTakes({ sittingId, name }: SittingTakesProps) {
  const { t } = useTranslation('recording');
  const { call } = useApi();
  const ask = useCallback(() => call(readSittingTakes, { params: { sittingId } }), [call, sittingId]);
  const { known, failed, again } = useRepeated(ask, EVERY_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!known) return failed ? <NoNote no={failed} /> : <Waiting>{t('staff.loading')}</Waiting>;
  const takes = numbered(known.steps);
  const shown = chosenOf(takes, chosen);
  return (
    <section className={styles.takes} aria-label={name}>
      <h2>{name}</h2>
      {!shown && <p className={styles.dim}>{t('staff.none')}</p>}
      {shown && (
        <PairPlayback
          key={shown.recorded.take.id}
          recorded={shown.recorded}
          sound={1}
          positions={shown.recorded.positions.map(({ position }) => position)}
          choosesSpeed
          onStale={again}
        />
      )}
      {shown && <Notes recorded={shown.recorded} />}
      <ul className={styles.choices} aria-label={t('staff.choose')}>
        {takes.map(({ recorded, question }) => (
          <li key={recorded.take.id}>
            <button
              type="button"
              className={classes(styles.take, recorded === shown?.recorded && styles.chosen)}
              aria-current={recorded === shown?.recorded}
              onClick={() => setChosen(recorded.take.id)}
            >
              <strong>
                {t('staff.question', { number: question })} · {t('staff.take', { n: recorded.take.n })}
              </strong>
              <Facts recorded={recorded} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** When, how long, and what it counts for. */
function Facts({ recorded }: { readonly recorded: RecordedTake }) {
  const { t } = useTranslation('recording');
  const { zone } = useServerClock();
  const { take, counts } = recorded;
  return (
    <span className={styles.facts}>
      {counts ? (
        <Pill icon="check" mood="ok">
          {t('staff.counts')}
        </Pill>
      ) : (
        <Pill
          icon={take.status === 'broken' ? 'alert' : 'minus'}
          mood={take.status === 'broken' ? 'warn' : 'plain'}
        >
          {t(`staff.status.${take.status}`)}
        </Pill>
      )}
      <span>{clockSeconds(take.beganAt, zone)}</span>
      <span>{t('staff.length', { time: elapsed(lengthOf(recorded)) })}</span>
      {take.debited && <span>{t('staff.debited')}</span>}
    </span>
  );
}

/** What an examiner must know of the take that plays. */
function Notes({ recorded }: { readonly recorded: RecordedTake }) {
  const { t } = useTranslation('recording');
  const { take, positions } = recorded;
  const states = positions.map(({ joined }) => joined?.state);
  const isJoined = filmsOf(recorded).every(({ made }) => made === 'joined');
  const silent = positions.find(({ joined }) => joined?.sound === 'silent');
  return (
    <p className={styles.facts} role="status">
      {take.gaps.length > 0 && (
        <Pill icon="phone" mood="warn">
          {t('staff.gaps', { count: take.gaps.length })}
        </Pill>
      )}
      {silent && (
        <Pill icon="sound-off" mood="warn">
          {t('staff.silent', { position: silent.position })}
        </Pill>
      )}
      {states.includes('failed') && (
        <Pill icon="alert" mood="warn">
          {t('staff.failed')}
        </Pill>
      )}
      {!isJoined && !states.includes('failed') && <Pill icon="clock">{t('staff.joining')}</Pill>}
    </p>
  );
}
