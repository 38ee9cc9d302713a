import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperCard } from '#contract/papers';
import { clockTime, isoDay } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { PreviewDialog } from './PreviewDialog';
import { ShapeWords } from './ShapeWords';
import type { PaperList } from './use-papers';
import styles from './papers.module.css';

interface PaperCardsProps {
  readonly examId: string;
  readonly list: PaperList;
}

/** The papers of an exam: what is known of each without opening it, and where it is used. */
export function PaperCards({ examId, list }: PaperCardsProps) {
  const { t } = useTranslation('paperAdmin');
  const [looking, setLooking] = useState<PaperCard | null>(null);
  return (
    <Card
      title={t('papers')}
      aside={<span className={styles.dim}>{t('count', { count: list.papers.length })}</span>}
    >
      {list.papers.length === 0 && <p className={styles.dim}>{t('none')}</p>}
      <ul className={styles.lines}>
        {list.papers.map((paper) => (
          <Line key={paper.id} paper={paper} list={list} onLook={() => setLooking(paper)} />
        ))}
      </ul>
      {looking && <PreviewDialog examId={examId} card={looking} onClose={() => setLooking(null)} />}
    </Card>
  );
}

interface LineProps {
  readonly paper: PaperCard;
  readonly list: PaperList;
  readonly onLook: () => void;
}

function Line({ paper, list, onLook }: LineProps) {
  const { t } = useTranslation('paperAdmin');
  const text = useLocalText();
  const { zone } = useServerClock();
  const used = list.steps.filter(({ stepId }) => paper.steps.includes(stepId));
  const at = `${isoDay(paper.createdAt, zone)} ${clockTime(paper.createdAt, zone)}`;
  return (
    <li className={styles.paper}>
      <div className={styles.what}>
        <strong className={styles.title}>{text(paper.title)}</strong>
        <p className={styles.dim}>
          <ShapeWords {...paper} /> · {t('kb', { count: Math.max(1, Math.round(paper.bytes / 1024)) })}
        </p>
        <p className={styles.dim}>
          {t('uploadedBy', { name: paper.createdBy, time: at })} ·{' '}
          <code title={paper.digest}>{paper.digest.slice(0, 12)}</code>
        </p>
        <p className={styles.uses}>
          {used.length === 0 ? (
            <Pill icon="minus">{t('unused')}</Pill>
          ) : (
            used.map((step) => (
              <Pill key={step.stepId} icon="link" mood="accent">
                {t('usedIn', { step: text(step.title) })}
              </Pill>
            ))
          )}
        </p>
      </div>
      <Button size="small" icon="search" aria-haspopup="dialog" onClick={onLook}>
        {t('preview.button')}
      </Button>
    </li>
  );
}
