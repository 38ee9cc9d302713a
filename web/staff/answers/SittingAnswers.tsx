import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperProgress } from '#contract/answers';
import { clockSeconds, isoDay } from '../../i18n/times';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { NoNote } from '../../ui/NoNote';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import { Marks } from './Marks';
import { SheetViewer } from './SheetViewer';
import { useReading, type Reading } from './use-reading';
import { Versions } from './Versions';
import { WrittenPaper } from './WrittenPaper';
import styles from './answers.module.css';

interface SittingAnswersProps {
  readonly person: PaperProgress;
  readonly stepId: string;
  readonly examTitle: string;
  readonly onBack: () => void;
  readonly onBefore: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** One candidate's answers: what counts first, earlier states by choice, marks by the key apart from the paper. */
export function SittingAnswers(props: SittingAnswersProps) {
  const { person, stepId, examTitle, onBack, onBefore, onNext } = props;
  const { t } = useTranslation('paperStaff');
  const { t: common } = useTranslation('common');
  const { zone } = useServerClock();
  const { sittingId } = person;
  const heading = useRef<HTMLHeadingElement>(null);
  const [revision, setRevision] = useState<number | null>(null);
  const [setId, setSetId] = useState<string | null>(null);
  const { reading, failed, renew } = useReading({ sittingId, stepId, revision });
  useEffect(() => heading.current?.focus(), []);
  const shownSet =
    reading?.sets.find((each) => each.setId === setId) ??
    reading?.sets.find(({ counts }) => counts) ??
    reading?.sets.at(-1);
  return (
    <>
      <section className={styles.answers} aria-label={person.name}>
        <header className={styles.head}>
          <div>
            <h2 ref={heading} tabIndex={-1}>
              {person.name} <span className={styles.dim}>{person.ticket}</span>
            </h2>
            <p className={styles.printOnly}>
              {examTitle}
              {reading?.saved?.savedAt != null &&
                ` · ${t('reading.asOf', {
                  time: `${isoDay(reading.saved.savedAt, zone)} ${clockSeconds(reading.saved.savedAt, zone)}`,
                  revision: reading.saved.revision,
                })}`}
            </p>
          </div>
          <div className={styles.acts}>
            <span className={styles.narrow}>
              <Button icon="left" onClick={onBack}>
                {common('actions.back')}
              </Button>
            </span>
            {onBefore && (
              <Button icon="chevron-left" onClick={onBefore}>
                {t('reading.before')}
              </Button>
            )}
            {onNext && (
              <Button iconAfter="chevron-right" onClick={onNext}>
                {t('reading.next')}
              </Button>
            )}
            <Button icon="print" onClick={() => window.print()}>
              {t('reading.print')}
            </Button>
          </div>
        </header>
        {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
        {!reading && !failed && <Waiting>{t('reading.opening')}</Waiting>}
        {reading && !reading.sealed && (
          <Banner mood="warn" icon="edit">
            {t('reading.unsealed')}
          </Banner>
        )}
        {reading && revision !== null && (
          <Banner mood="warn" icon="clock">
            {t('reading.earlier')}
          </Banner>
        )}
        {reading && <Written reading={reading} />}
        {shownSet && <SheetViewer key={shownSet.setId} set={shownSet} onExpired={renew} />}
      </section>
      <aside className={styles.beside} aria-label={t('reading.beside')}>
        {reading && (
          <Versions
            reading={reading}
            revision={revision}
            onRevision={setRevision}
            shownSet={shownSet?.setId ?? null}
            onSet={setSetId}
          />
        )}
        {reading && <Marks reading={reading} />}
        <p className={styles.dim}>{t('reading.recorded')}</p>
      </aside>
    </>
  );
}

/** On screen: the paper with the answers. On sheets: the questions folded away, the sheets are the answer. */
function Written({ reading: { paper, saved, sets } }: { readonly reading: Reading }) {
  const { t } = useTranslation('paperStaff');
  if (paper === null)
    return <p className={styles.dim}>{t(sets.length > 0 ? 'reading.noPaper' : 'reading.neverOpened')}</p>;
  if (paper.form === 'pdf')
    return sets.length === 0 ? <p className={styles.dim}>{t('reading.noSheets')}</p> : null;
  if (saved) return <WrittenPaper paper={paper.paper} images={paper.images} answers={saved.answers} />;
  return (
    <details className={styles.questions} open={sets.length === 0}>
      <summary>{t('reading.questions')}</summary>
      {sets.length === 0 && <p className={styles.dim}>{t('reading.noAnswers')}</p>}
      <WrittenPaper paper={paper.paper} images={paper.images} answers={null} />
    </details>
  );
}
