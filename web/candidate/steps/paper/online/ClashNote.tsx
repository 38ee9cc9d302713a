import { useTranslation } from 'react-i18next';
import type { Answer, AnswerValue } from '#protocol/paper.schema';
import { clockSeconds } from '../../../../i18n/times';
import { Button } from '../../../../ui/Button';
import { useServerClock } from '../../../../ui/server-clock';
import type { Clash } from '../answers/merge';
import styles from './question.module.css';

interface ClashNoteProps {
  readonly clashes: readonly Clash[];
  /** What counts now. */
  readonly current: AnswerValue | null;
  readonly onChoose: (answer: Answer) => void;
}

function wordsOf(value: AnswerValue | null): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'single':
      return value.choice;
    case 'multiple':
      return value.choices.join(' ');
    case 'fill':
      return value.blanks.join(' / ');
    case 'essay':
      return value.blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Two devices wrote the same answer while they could not know of each other: the later counts, both can be had. */
export function ClashNote({ clashes, current, onChoose }: ClashNoteProps) {
  const { t } = useTranslation('paper');
  const { zone } = useServerClock();
  const versions = clashes.flatMap(({ mine, theirs }) => [mine, theirs]);
  const others = versions.filter(
    (answer, index) =>
      !same(answer.value, current) && versions.findIndex(({ value }) => same(value, answer.value)) === index,
  );
  if (clashes.length === 0) return null;
  return (
    <section className={styles.clash} aria-label={t('clash.title')}>
      <p>
        <strong>{t('clash.title')}</strong> {t('clash.note')}
      </p>
      {others.map((answer) => (
        <div key={`${answer.at}`} className={styles.version}>
          <p className={styles.versionText}>{wordsOf(answer.value) || t('clash.nothing')}</p>
          <Button size="small" onClick={() => onChoose(answer)}>
            {t('clash.take', { time: clockSeconds(answer.at, zone) })}
          </Button>
        </div>
      ))}
      <Button size="small" kind="quiet" onClick={() => onChoose({ value: current, marked: false, at: 0 })}>
        {t('clash.keep')}
      </Button>
    </section>
  );
}
