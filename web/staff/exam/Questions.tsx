import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockTime } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { stepOf } from '../console/row-state';
import type { ConsoleStart } from '../console/use-console';
import { QuestionPreview } from './QuestionPreview';
import styles from './exam.module.css';

type Question = ConsoleStart['flow']['questions'][number];

/** The panel's questions: not sent, sent, opened; one click sends one. */
export function Questions({ row }: { readonly row: ConsoleRow | null }) {
  const { t } = useTranslation('staff');
  const { view } = useConsoleContext();
  const { questions } = view.start.flow;
  const [previewed, setPreviewed] = useState<string | null>(null);
  const step = row && stepOf(row, 'interview');
  const sent = step?.questions ?? [];
  const next = questions.find(({ id }) => !sent.some((dispatch) => dispatch.id === id))?.id ?? null;
  return (
    <>
      <div className={styles.head}>
        <h2>{t('exam.questions')}</h2>
        <span className={styles.aside}>{t('exam.questionCount', { count: questions.length })}</span>
      </div>
      {questions.length === 0 && <p className={styles.hint}>{t('exam.noQuestions')}</p>}
      {questions.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          row={step ? row : null}
          dispatch={sent.find(({ id }) => id === question.id) ?? null}
          next={question.id === next}
          onPreview={() => setPreviewed(question.id)}
        />
      ))}
      {previewed && <QuestionPreview questionId={previewed} onClose={() => setPreviewed(null)} />}
    </>
  );
}

interface QuestionCardProps {
  readonly question: Question;
  /** Null: nobody is inside. */
  readonly row: ConsoleRow | null;
  readonly dispatch: { readonly dispatchedAt: number; readonly openedAt: number | null } | null;
  readonly next: boolean;
  readonly onPreview: () => void;
}

function QuestionCard({ question, row, dispatch, next, onPreview }: QuestionCardProps) {
  const { t } = useTranslation('staff');
  const text = useLocalText();
  const { me, orders } = useConsoleContext();
  const [sending, setSending] = useState(false);
  const send = async (sittingId: string): Promise<void> => {
    setSending(true);
    await orders.toSitting(sittingId, { kind: 'dispatch', question: question.id });
    setSending(false);
  };
  const mayDispatch = holds(me.role, 'dispatch a question');
  return (
    <Card title={text(question.title)} aside={<DispatchPill dispatch={dispatch} />}>
      <div className={styles.question}>
        {question.text && <p className={styles.text}>{text(question.text)}</p>}
        <div className={styles.row}>
          {mayDispatch && (
            <Button size="small" icon="expand" onClick={onPreview}>
              {t('exam.preview')}
            </Button>
          )}
        </div>
        {mayDispatch && row && !dispatch && (
          <Button
            kind={next ? 'primary' : 'plain'}
            wide
            icon="send"
            busy={sending}
            onClick={() => void send(row.sittingId)}
          >
            {t('exam.send', { title: text(question.title) })}
          </Button>
        )}
      </div>
    </Card>
  );
}

function DispatchPill({ dispatch }: Pick<QuestionCardProps, 'dispatch'>) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  if (!dispatch) return <Pill icon="clock">{t('exam.notSent')}</Pill>;
  if (dispatch.openedAt === null)
    return (
      <Pill icon="send" mood="accent">
        {t('exam.sent', { time: clockTime(dispatch.dispatchedAt, zone) })}
      </Pill>
    );
  return (
    <Pill icon="check" mood="ok">
      {t('exam.opened', { time: clockTime(dispatch.openedAt, zone) })}
    </Pill>
  );
}
