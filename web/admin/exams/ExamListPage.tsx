import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { listExams } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { clockTime, isoDay } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { OfficeFrame } from '../../office/OfficeFrame';
import { ButtonLink } from '../../ui/ButtonLink';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import type { OfficePageProps } from './OfficePages';
import { OfficeNav } from './OfficeNav';
import { StatePill } from './StatePill';
import { useRead } from './use-read';
import styles from './exams.module.css';

/** All exams, the latest first. */
export function ExamListPage({ me, onLeave }: OfficePageProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const { value, failed } = useRead(useCallback(() => call(listExams), [call]));
  return (
    <OfficeFrame me={me} title={t('list.title')} onLeave={onLeave}>
      <OfficeNav here="exams" />
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      {!value && !failed && <Waiting>{t('loading')}</Waiting>}
      {value && (
        <>
          <p>
            <ButtonLink kind="primary" icon="plus" href="/admin/exams/new">
              {t('list.create')}
            </ButtonLink>
          </p>
          {value.exams.length === 0 && <p className={styles.dim}>{t('list.none')}</p>}
          <ul className={styles.cards}>
            {value.exams.map((exam) => (
              <li key={exam.id} className={styles.examCard}>
                <h2 className={styles.examTitle}>
                  <a href={`/admin/exams/${exam.id}`}>{text(exam.title)}</a>
                </h2>
                <p className={styles.facts}>
                  <StatePill state={exam.state} />
                  <span>{exam.code}</span>
                  <span>
                    {isoDay(exam.opensAt, exam.timeZone)} {clockTime(exam.opensAt, exam.timeZone)}
                  </span>
                </p>
                <p className={styles.dim}>
                  {t('list.candidates', { count: exam.counts.candidates })}
                  {exam.counts.begun > 0 && ` · ${t('list.progress', exam.counts)}`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </OfficeFrame>
  );
}
