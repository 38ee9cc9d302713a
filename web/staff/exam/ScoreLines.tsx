import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '#steps/interview/schema';
import { useLocalText } from '../../i18n/use-language';
import type { Score } from './use-score';
import styles from './ScorePanel.module.css';

interface ScoreLinesProps {
  readonly score: Score;
  readonly criteria: readonly Criterion[];
  readonly wrong: readonly string[];
}

export function ScoreLines({ score, criteria, wrong }: ScoreLinesProps) {
  return criteria.map((criterion) => (
    <ScoreLine key={criterion.id} score={score} criterion={criterion} wrong={wrong.includes(criterion.id)} />
  ));
}

interface ScoreLineProps {
  readonly score: Score;
  readonly criterion: Criterion;
  readonly wrong: boolean;
}

function ScoreLine({ score, criterion, wrong }: ScoreLineProps) {
  const { t } = useTranslation('staff');
  const text = useLocalText();
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id}>
        <span className={styles.title}>{text(criterion.title)}</span>
        {criterion.note && <span className={styles.note}> {text(criterion.note)}</span>}
      </label>
      <input
        id={id}
        className={styles.field}
        inputMode="numeric"
        autoComplete="off"
        value={score.typed[criterion.id] ?? ''}
        readOnly={score.sheet?.sealedAt !== null}
        aria-invalid={wrong}
        aria-describedby={`${id}-max`}
        onChange={(event) => score.setValue(criterion.id, event.target.value)}
      />
      <span id={`${id}-max`} className={styles.max}>
        {t('score.of', { max: criterion.max })}
      </span>
      {wrong && (
        <span className={styles.wrong} role="alert">
          {t('score.outOfRange', { max: criterion.max })}
        </span>
      )}
    </div>
  );
}
