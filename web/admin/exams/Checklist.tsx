import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setExamState, type ExamDetails, type Obstacle } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { clockTime, isoDay } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { NoNote } from '../../ui/NoNote';
import { PostponeDialog } from './PostponeDialog';
import { sectionOf, type Section } from './sections';
import { StatePill } from './StatePill';
import { useAct } from './use-act';
import styles from './exams.module.css';

interface ChecklistProps {
  readonly exam: ExamDetails;
  readonly onChanged: (exam: ExamDetails) => void;
  readonly onGo: (section: Section) => void;
}

/** What keeps the exam from opening, with the way to each; and the acts on it as a whole. */
export function Checklist({ exam, onChanged, onGo }: ChecklistProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const [asking, setAsking] = useState<'open' | 'closed' | 'postpone' | null>(null);
  const acting = useAct();
  const { form, state, counts } = exam;
  const at = (instant: number) => `${isoDay(instant, form.timeZone)} ${clockTime(instant, form.timeZone)}`;
  const stopping = exam.obstacles.filter(({ stops }) => stops);
  const advice = state === 'closed' ? [] : exam.obstacles.filter(({ stops }) => !stops);
  const set = async (next: 'open' | 'closed'): Promise<void> => {
    const params = { examId: exam.id };
    const done = await acting.act(() => call(setExamState, { params, body: { state: next } }));
    setAsking(null);
    if (done) onChanged(done);
  };
  return (
    <Card title={t('check.title')} aside={<StatePill state={state} />}>
      <p>{t('check.window', { from: at(form.opensAt), to: at(form.closesAt) })}</p>
      <p className={styles.dim}>{t('check.counts', counts)}</p>
      {state === 'draft' && stopping.length === 0 && <p>{t('check.ready')}</p>}
      {state === 'open' && <p>{t('check.openNow')}</p>}
      {state === 'closed' && <p>{t('check.closedNow')}</p>}
      {state === 'draft' && <Obstacles title={t('check.stops')} list={stopping} onGo={onGo} />}
      <Obstacles title={t('check.advice')} list={advice} onGo={onGo} />
      {acting.failed && <NoNote no={acting.failed.no} requestId={acting.failed.requestId} />}
      <div className={styles.row}>
        {state === 'draft' && (
          <Button
            kind="primary"
            icon="door"
            disabledReason={stopping.length > 0 ? t('check.notReady', { count: stopping.length }) : null}
            onClick={() => setAsking('open')}
          >
            {t('check.open')}
          </Button>
        )}
        {state !== 'closed' && (
          <Button icon="clock" onClick={() => setAsking('postpone')}>
            {t('check.postpone')}
          </Button>
        )}
        {state === 'open' && (
          <Button icon="lock" onClick={() => setAsking('closed')}>
            {t('check.close')}
          </Button>
        )}
      </div>
      {(asking === 'open' || asking === 'closed') && (
        <Dialog
          open
          title={t(asking === 'open' ? 'check.openAsk' : 'check.closeAsk', { exam: text(form.title) })}
          onClose={() => setAsking(null)}
          actions={
            <Button kind="primary" busy={acting.busy} onClick={() => void set(asking)}>
              {t(asking === 'open' ? 'check.open' : 'check.close')}
            </Button>
          }
        >
          <p>{asking === 'open' ? t('check.openNote', { time: at(form.opensAt) }) : t('check.closeNote')}</p>
        </Dialog>
      )}
      {asking === 'postpone' && (
        <PostponeDialog exam={exam} onChanged={onChanged} onClose={() => setAsking(null)} />
      )}
    </Card>
  );
}

interface ObstaclesProps {
  readonly title: string;
  readonly list: readonly Obstacle[];
  readonly onGo: (section: Section) => void;
}

function Obstacles({ title, list, onGo }: ObstaclesProps) {
  const { t } = useTranslation('examOffice');
  const { t: staff } = useTranslation('staff');
  const text = useLocalText();
  if (list.length === 0) return null;
  const words = ({ code, room, step, roles, count }: Obstacle): string =>
    t(`obstacle.${code}`, {
      room: room ? text(room) : '',
      step: step ? text(step) : '',
      roles: roles.map((role) => staff(`roles.${role}`)).join(t('or')),
      count: count ?? 0,
    });
  return (
    <>
      <h3 className={styles.small}>{title}</h3>
      <ul className={styles.obstacles}>
        {list.map((obstacle, index) => (
          <li key={index}>
            <button
              type="button"
              className={styles.obstacle}
              data-stops={obstacle.stops || undefined}
              onClick={() => onGo(sectionOf(obstacle.code))}
            >
              <Icon name={obstacle.stops ? 'alert' : 'info'} />
              <span>{words(obstacle)}</span>
              <Icon name="chevron-right" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
