import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { examHistory } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { clockSeconds, day } from '../../i18n/times';
import { useLanguage } from '../../i18n/use-language';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { useRead } from './use-read';
import styles from './exams.module.css';

const known = [
  ...(['exam.create', 'exam.change', 'exam.rooms', 'exam.postpone', 'exam.open', 'exam.closed'] as const),
  ...(['exam.roster', 'exam.photos', 'exam.attach-flow'] as const),
];

/** Who did what to the exam, with before and after. */
export function HistoryCard({ examId, zone }: { readonly examId: string; readonly zone: string }) {
  const { t } = useTranslation('examOffice');
  const language = useLanguage();
  const { call } = useApi();
  const { value, failed } = useRead(
    useCallback(() => call(examHistory, { params: { examId } }), [call, examId]),
  );
  const nameOf = (action: string): string => {
    const found = known.find((each) => each === action);
    return found ? t(`history.action.${found}`) : action;
  };
  return (
    <Card title={t('history.title')} size="roomy">
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      {!value && !failed && <Waiting>{t('loading')}</Waiting>}
      {value?.entries.length === 0 && <p className={styles.dim}>{t('history.none')}</p>}
      <ol className={styles.faults}>
        {value?.entries.map(({ id, at, by, action, details }) => (
          <li key={id}>
            <strong>{nameOf(action)}</strong>
            <span className={styles.dim}>
              {day(at, language, zone)} {clockSeconds(at, zone)} · {by}
            </span>
            <details>
              <summary>{t('history.details')}</summary>
              <pre className={styles.json} tabIndex={0}>
                {JSON.stringify(details, null, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
