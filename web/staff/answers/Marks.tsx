import { useTranslation } from 'react-i18next';
import { numberedSections } from '../../candidate/steps/paper/online/numbered';
import { Card } from '../../ui/Card';
import type { Reading } from './use-reading';
import styles from './answers.module.css';

/** Objective questions by the key. It stands beside the paper and is not printed with it. */
export function Marks({ reading: { marks, paper } }: { readonly reading: Reading }) {
  const { t } = useTranslation('paperStaff');
  const { t: words } = useTranslation('paper');
  if (marks.length === 0 || paper?.form !== 'questions') return null;
  const numbers = new Map(
    numberedSections(paper.paper).flatMap(({ questions }) =>
      questions.map(({ number, question }) => [question.id, number] as const),
    ),
  );
  const sum = (of: 'points' | 'of'): number => marks.reduce((total, mark) => total + mark[of], 0);
  return (
    <Card
      title={t('marks.title')}
      aside={<strong>{t('marks.total', { points: sum('points'), of: sum('of') })}</strong>}
    >
      <p className={styles.dim}>{t('marks.note')}</p>
      <table className={styles.marks}>
        <thead>
          <tr>
            <th scope="col">{t('marks.question')}</th>
            <th scope="col">{t('marks.points')}</th>
            <th scope="col">{t('marks.key')}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ question, points, of, key }) => (
            <tr key={question}>
              <th scope="row">{words('nth', { number: numbers.get(question) ?? question })}</th>
              <td>{`${points} / ${of}`}</td>
              <td className={styles.key}>{key}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
