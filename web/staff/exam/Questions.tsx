import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { useConsoleContext } from '../console/context';
import { stepOf } from '../console/row-state';
import { QuestionCard } from './QuestionCard';
import { QuestionPreview } from './QuestionPreview';
import styles from './exam.module.css';

/** The panel's questions: not sent, sent, opened; one click sends one. */
export function Questions({ row }: { readonly row: ConsoleRow | null }) {
  const { t } = useTranslation('staff');
  const { me, view } = useConsoleContext();
  const maySee = holds(me.role, 'dispatch a question');
  const { questions } = view.start.flow;
  const [previewed, setPreviewed] = useState<string | null>(null);
  const step = row && stepOf(row, 'interview');
  const sent = step?.questions ?? [];
  const next = questions.find(({ id }) => !sent.some((dispatch) => dispatch.id === id))?.id ?? null;
  return (
    <>
      <div className={styles.head}>
        <h2>{t('exam.questions')}</h2>
        {maySee && (
          <span className={styles.aside}>{t('exam.questionCount', { count: questions.length })}</span>
        )}
      </div>
      {questions.length === 0 && (
        <p className={styles.hint}>{t(maySee ? 'exam.noQuestions' : 'exam.hiddenQuestions')}</p>
      )}
      {questions.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          row={step && !step.ending ? row : null}
          dispatch={sent.find(({ id }) => id === question.id) ?? null}
          next={question.id === next}
          current={question.id === sent.at(-1)?.id}
          onPreview={() => setPreviewed(question.id)}
        />
      ))}
      {previewed && <QuestionPreview questionId={previewed} onClose={() => setPreviewed(null)} />}
    </>
  );
}
