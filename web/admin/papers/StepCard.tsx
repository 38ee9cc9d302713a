import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachPapers } from '#contract/papers';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { clockTime } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Check } from '../../ui/Check';
import { NoNote } from '../../ui/NoNote';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { ShapeWords } from './ShapeWords';
import type { PaperList, PaperStep } from './use-papers';
import styles from './papers.module.css';

interface StepCardProps {
  readonly examId: string;
  readonly list: PaperList;
  readonly step: PaperStep;
  readonly onChanged: () => Promise<void>;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

/** Which papers a step hands out; of several equivalent ones each candidate draws one. */
export function StepCard({ examId, list, step, onChanged }: StepCardProps) {
  const { t } = useTranslation('paperAdmin');
  const text = useLocalText();
  const { zone } = useServerClock();
  const { call } = useApi();
  const [ticked, setTicked] = useState(step.paperIds);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Refused | null>(null);
  const isDrawn = step.drawn > 0;
  const changed = !same(ticked, step.paperIds);
  const turn = (id: string): void =>
    setTicked(ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id]);
  const save = async (): Promise<void> => {
    setBusy(true);
    const params = { examId, stepId: step.stepId };
    const result = await call(attachPapers, { params, body: { paperIds: ticked } });
    setBusy(false);
    setFailed(result.ok ? null : result);
    if (result.ok) await onChanged();
  };
  const whyNot = (form: 'pdf' | 'questions'): string | null => {
    if (isDrawn) return t('steps.drawnWhy');
    return step.mode === 'online' && form === 'pdf' ? t('steps.unfit') : null;
  };
  return (
    <Card
      title={t('steps.title', { step: text(step.title) })}
      aside={<Pill icon={step.mode === 'online' ? 'screen' : 'photo'}>{t(`steps.mode.${step.mode}`)}</Pill>}
    >
      {isDrawn && <Banner icon="lock">{t('steps.drawn', { count: step.drawn })}</Banner>}
      {!isDrawn && step.paperIds.length === 0 && <Banner mood="warn">{t('steps.empty')}</Banner>}
      {list.papers.length === 0 && <p className={styles.dim}>{t('steps.uploadFirst')}</p>}
      <fieldset className={styles.choices} aria-label={t('steps.which')}>
        {list.papers.map((paper) => (
          <Check
            key={paper.id}
            checked={ticked.includes(paper.id)}
            disabledReason={whyNot(paper.form)}
            onChange={() => turn(paper.id)}
          >
            <span className={styles.title}>{text(paper.title)}</span>
            <span className={styles.shape}>
              <ShapeWords {...paper} /> · {t('steps.uploaded', { time: clockTime(paper.createdAt, zone) })}
            </span>
          </Check>
        ))}
      </fieldset>
      {ticked.length > 1 && <p>{t('steps.several', { count: ticked.length })}</p>}
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      {!isDrawn && list.papers.length > 0 && (
        <div className={styles.save}>
          <Button
            kind="primary"
            icon="check"
            busy={busy}
            disabledReason={changed ? null : t('steps.unchanged')}
            onClick={() => void save()}
          >
            {t('steps.save')}
          </Button>
        </div>
      )}
    </Card>
  );
}
