import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roomPapers, type PaperProgress } from '#contract/answers';
import { useApi } from '../../api/ApiProvider';
import { useRepeated } from '../../api/use-repeated';
import { clockTime } from '../../i18n/times';
import { classes } from '../../ui/classes';
import { NoNote } from '../../ui/NoNote';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import { SittingAnswers } from './SittingAnswers';
import styles from './answers.module.css';

interface StepAnswersProps {
  readonly roomId: string;
  readonly stepId: string;
  readonly examTitle: string;
}

const EVERY_MS = 20_000;

/** Everybody of the room with what counts of him, and one of them read. */
export function StepAnswers({ roomId, stepId, examTitle }: StepAnswersProps) {
  const { t } = useTranslation('paperStaff');
  const { call } = useApi();
  const ask = useCallback(() => call(roomPapers, { params: { roomId, stepId } }), [call, roomId, stepId]);
  const { known, failed } = useRepeated(ask, EVERY_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = known?.rows ?? [];
  const at = rows.findIndex(({ sittingId }) => sittingId === chosen);
  const person = rows[at] ?? null;
  if (!known) return failed ? <NoNote no={failed} /> : <Waiting>{t('loading')}</Waiting>;
  const go = (by: 1 | -1): void => setChosen(rows[at + by]?.sittingId ?? chosen);
  return (
    <div className={classes(styles.columns, person && styles.reading)}>
      <nav className={styles.list} aria-label={t('list')}>
        {rows.length === 0 && <p className={styles.dim}>{t('nobody')}</p>}
        {rows.map((row) => (
          <button
            key={row.sittingId}
            type="button"
            className={classes(styles.person, row.sittingId === chosen && styles.chosen)}
            aria-current={row.sittingId === chosen}
            onClick={() => setChosen(row.sittingId)}
          >
            <span>
              <strong>{row.name}</strong> <span className={styles.dim}>{row.ticket}</span>
            </span>
            <Counts row={row} questions={known.questions} />
          </button>
        ))}
      </nav>
      {person ? (
        <SittingAnswers
          key={person.sittingId}
          person={person}
          stepId={stepId}
          examTitle={examTitle}
          onBack={() => setChosen(null)}
          onBefore={at > 0 ? () => go(-1) : null}
          onNext={at < rows.length - 1 ? () => go(1) : null}
        />
      ) : (
        <p className={styles.choose}>{t('reading.choose')}</p>
      )}
    </div>
  );
}

/** What counts of one candidate, in a line. */
function Counts({ row, questions }: { readonly row: PaperProgress; readonly questions: number | null }) {
  const { t } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const { handedIn, online, sheets } = row;
  return (
    <span className={styles.counts}>
      {handedIn ? (
        <Pill icon="check" mood="ok">
          {t(`handedIn.${handedIn.cause}`, { time: clockTime(handedIn.at, zone) })}
        </Pill>
      ) : (
        <Pill icon={row.phase === null ? 'minus' : 'edit'}>
          {t(row.phase === null ? 'reading.nothing' : 'reading.going')}
        </Pill>
      )}
      {online && (
        <span className={styles.dim}>
          {t('answeredOf', { count: online.answered, all: questions ?? '–' })}
        </span>
      )}
      {sheets && sheets.arrived > 0 && (
        <span className={styles.dim}>
          {t('sheetsIn', { count: sheets.sealed?.sheets ?? sheets.arrived })}
        </span>
      )}
    </span>
  );
}
