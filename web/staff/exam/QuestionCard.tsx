import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { classes } from '../../ui/classes';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import type { ConsoleStart } from '../console/use-console';
import styles from './exam.module.css';

interface Dispatch {
  readonly dispatchedAt: number;
  readonly openedAt: number | null;
}

interface QuestionCardProps {
  readonly question: ConsoleStart['flow']['questions'][number];
  /** Null: nobody is inside to whom it could be sent. */
  readonly row: ConsoleRow | null;
  readonly dispatch: Dispatch | null;
  /** The first that was not sent. */
  readonly next: boolean;
  /** The last that was sent. */
  readonly current: boolean;
  readonly onPreview: () => void;
}

export function QuestionCard({ question, row, dispatch, next, current, onPreview }: QuestionCardProps) {
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
    <div className={classes(current && styles.current)}>
      <Card title={text(question.title)} aside={<DispatchPill dispatch={dispatch} />}>
        {question.text && <p className={styles.text}>{text(question.text)}</p>}
        {dispatch && <Times dispatch={dispatch} />}
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
        {mayDispatch && (
          <span>
            <Button size="small" icon="expand" aria-haspopup="dialog" onClick={onPreview}>
              {t('exam.preview')}
            </Button>
          </span>
        )}
      </Card>
    </div>
  );
}

function DispatchPill({ dispatch }: { readonly dispatch: Dispatch | null }) {
  const { t } = useTranslation('staff');
  if (!dispatch) return <Pill icon="clock">{t('exam.notSent')}</Pill>;
  if (dispatch.openedAt === null)
    return (
      <Pill icon="send" mood="accent">
        {t('exam.notOpened')}
      </Pill>
    );
  return (
    <Pill icon="check" mood="ok">
      {t('exam.openedShort')}
    </Pill>
  );
}

function Times({ dispatch }: { readonly dispatch: Dispatch }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { dispatchedAt, openedAt } = dispatch;
  return (
    <p className={styles.aside}>
      {t('exam.sent', { time: clockSeconds(dispatchedAt, zone) })}
      {openedAt !== null && t('exam.opened', { time: clockSeconds(openedAt, zone) })}
    </p>
  );
}
