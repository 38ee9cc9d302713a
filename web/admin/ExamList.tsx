import { useTranslation } from 'react-i18next';
import { useLocalText } from '../i18n/use-language';
import { Card } from '../ui/Card';
import { versionsOf, type Exam, type FlowList } from './use-flows';
import styles from './admin.module.css';

/** Which exam uses which version, and which versions its running sittings carry. */
export function ExamList({ list }: { readonly list: FlowList }) {
  const { t } = useTranslation('admin');
  return (
    <Card title={t('exams')}>
      <ul className={styles.lines}>
        {list.exams.map((exam) => (
          <ExamLine key={exam.id} exam={exam} list={list} />
        ))}
      </ul>
    </Card>
  );
}

function ExamLine({ exam, list }: { readonly exam: Exam; readonly list: FlowList }) {
  const { t } = useTranslation('admin');
  const text = useLocalText();
  const versions = versionsOf(list);
  const find = (id: string | null) => versions.find((version) => version.id === id);
  const used = find(exam.flowVersionId);
  return (
    <li className={styles.line}>
      <strong>{text(exam.title)}</strong> <span className={styles.dim}>{exam.code}</span>
      <p>{used ? t('usesVersion', { name: text(used.name), number: used.number }) : t('unknownVersion')}</p>
      {exam.sittings.map(({ flowVersionId, count }) => (
        <p key={flowVersionId} className={styles.dim}>
          {t('running', { count, number: find(flowVersionId)?.number ?? '?' })}
        </p>
      ))}
    </li>
  );
}
