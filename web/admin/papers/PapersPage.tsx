import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMe } from '../../api/use-me';
import { useLocalText } from '../../i18n/use-language';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Card } from '../../ui/Card';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { NoNote } from '../../ui/NoNote';
import { Select } from '../../ui/Select';
import { SkipLink } from '../../ui/SkipLink';
import { Waiting } from '../../ui/Waiting';
import { ImagesCard } from './ImagesCard';
import { PaperCards } from './PaperCards';
import { StepCard } from './StepCard';
import { UploadCard } from './UploadCard';
import { usePapers } from './use-papers';
import styles from './papers.module.css';

interface PapersPageProps {
  readonly me: StaffMe;
  readonly onLeave: () => void;
}

/** Papers of written exams: what there is, what is wrong with what is not kept, and which step hands out which. */
export function PapersPage({ me, onLeave }: PapersPageProps) {
  const { t } = useTranslation('paperAdmin');
  const { t: staff } = useTranslation('staff');
  const text = useLocalText();
  const { exams, examId, choose, list, failed, readAgain } = usePapers();
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <Bar voice="hall" title={t('title')}>
        <span className={styles.me}>{me.name}</span>
        <ButtonLink kind="ink" size="small" icon="flow" href="/admin">
          {staff('rooms.admin')}
        </ButtonLink>
        <LanguageSwitch />
        <Button kind="ink" size="small" onClick={onLeave}>
          {staff('signOut')}
        </Button>
      </Bar>
      <main id="main" tabIndex={-1} className={styles.main}>
        {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
        {exams && exams.length > 1 && (
          <Select
            label={t('exam')}
            value={examId ?? ''}
            options={exams.map((exam) => ({ value: exam.id, text: `${text(exam.title)} ${exam.code}` }))}
            onChange={({ target }) => choose(target.value)}
          />
        )}
        {exams?.length === 0 && <p>{t('noExams')}</p>}
        {!list && !failed && exams?.length !== 0 && <Waiting>{t('loading')}</Waiting>}
        {list && examId && (
          <div className={styles.columns} key={examId}>
            <div className={styles.column}>
              {list.steps.length === 0 && (
                <Card>
                  <p>{t('steps.none')}</p>
                </Card>
              )}
              {list.steps.map((step) => (
                <StepCard
                  key={`${step.stepId} ${step.paperIds.join()} ${step.drawn}`}
                  examId={examId}
                  list={list}
                  step={step}
                  onChanged={readAgain}
                />
              ))}
              <PaperCards examId={examId} list={list} />
            </div>
            <div className={styles.column}>
              <UploadCard examId={examId} onKept={readAgain} />
              <ImagesCard examId={examId} images={list.images} onChanged={readAgain} />
            </div>
          </div>
        )}
      </main>
    </div>
  );
}
