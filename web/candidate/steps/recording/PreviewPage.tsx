import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import type { RecordedTake } from '#contract/takes';
import type { RecordingView, Take } from '#steps/recording/schema';
import { clockTime } from '../../../i18n/times';
import { PairPlayback } from '../../../media/playback/PairPlayback';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Icon } from '../../../ui/Icon';
import { NoNote } from '../../../ui/NoNote';
import { useServerClock } from '../../../ui/server-clock';
import { Waiting } from '../../../ui/Waiting';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import { AgainDialog, ConfirmDialog } from './dialogs';
import { RecordingFrame } from './RecordingFrame';
import { useRecorderStatus } from './recorder-status';
import { useConfirm } from './use-confirm';
import { isLast, sentOf, shownIn, takeIn } from './words-of';
import styles from './recording.module.css';

type Complete = Extract<RecordingView, { phase: 'complete' }>;

interface PreviewPageProps {
  readonly view: Complete;
  readonly recorded: RecordedTake | null;
  readonly onStale: () => void;
}

/** 2.4.8: the take as it was recorded, and the two things that may be done with it. */
export function PreviewPage({ view, recorded, onStale }: PreviewPageProps) {
  const { t } = useTranslation('recording');
  const { ask, busy } = useStep<'recording'>(view);
  const [open, setOpen] = useState<'again' | 'confirm' | null>(null);
  const confirming = useConfirm();
  const status = useRecorderStatus();
  const shown = shownIn(view);
  const take = takeIn(view);
  const left = shown?.retakesLeft ?? 0;
  const sent = sentOf(view, recorded, status);
  const waiting = (status.uploader?.waiting ?? 0) + (status.uploader?.undeclared ?? 0);
  const last = isLast(view);
  const isFree = view.freeRedo;
  const close = (): void => setOpen(null);
  const again = (): void => {
    close();
    void ask({ name: 'recording.re-record', question: view.question, takeId: ulid() });
  };
  return (
    <RecordingFrame view={view} theme="hall">
      <section className={styles.watch} data-theme="stage" aria-label={t('stage')}>
        {recorded && take && recorded.positions.length > 0 ? (
          <PairPlayback
            recorded={{ ...recorded, take }}
            sound={view.sound}
            positions={view.positions}
            onStale={onStale}
          />
        ) : (
          <Waiting large>{t('preview.making')}</Waiting>
        )}
      </section>
      <div className={styles.choice}>
        <Said take={take} view={view} waiting={waiting} own={sent.own} second={sent.second} />
        <Card title={t('again.card')} aside={<strong>{t('quota.left', { count: left })}</strong>}>
          <p className={styles.why}>{t(isFree ? 'again.free' : left > 0 ? 'again.costs' : 'again.none')}</p>
          <Button
            wide
            icon="retake"
            busy={busy('recording.re-record')}
            disabledReason={!isFree && left === 0 ? t('quota.left', { count: 0 }) : null}
            onClick={() => setOpen('again')}
          >
            {t(isFree ? 'again.buttonFree' : 'again.button')}
          </Button>
        </Card>
        <Card title={t('confirm.card')}>
          <p className={styles.why}>{t(last ? 'confirm.noteLast' : 'confirm.note')}</p>
          {confirming.refused && (
            <NoNote no={confirming.refused.no} requestId={confirming.refused.requestId} />
          )}
          <Button
            wide
            kind="primary"
            icon="check"
            busy={confirming.busy}
            disabledReason={waiting > 0 ? t('confirm.sending') : null}
            onClick={() => setOpen('confirm')}
          >
            {t('confirm.button')}
          </Button>
        </Card>
      </div>
      <AgainDialog open={open === 'again'} left={left - 1} isFree={isFree} onAgain={again} onClose={close} />
      <ConfirmDialog
        open={open === 'confirm'}
        n={take?.n ?? 1}
        isLast={last}
        secondWaits={sent.second === false}
        onConfirm={() => {
          close();
          void confirming.confirm(view.takeId);
        }}
        onClose={close}
      />
    </RecordingFrame>
  );
}

interface SaidProps {
  readonly view: Complete;
  readonly take: Take | null;
  readonly waiting: number;
  readonly own: boolean;
  readonly second: boolean | null;
}

/** What lies before the candidate, and what is safe of it. */
function Said({ view, take, waiting, own, second }: SaidProps) {
  const { t } = useTranslation('recording');
  const { zone } = useServerClock();
  const { view: whole } = useSitting();
  const deadlineAt = whole?.clock?.deadlineAt ?? null;
  return (
    <div className={styles.said}>
      <h2>{t('preview.title', { n: take?.n ?? 1 })}</h2>
      <p>
        {t(view.positions.length > 1 ? 'preview.lead' : 'preview.leadOne')}{' '}
        {deadlineAt !== null && t('preview.until', { time: clockTime(deadlineAt, zone) })}
      </p>
      {view.freeRedo && <p>{t('preview.gap')}</p>}
      <p className={styles.sent} role="status" data-mood={own && second !== false ? 'ok' : 'warn'}>
        <Icon name={own && second !== false ? 'check' : 'upload'} />
        <span>
          {waiting > 0
            ? t('preview.sending', { count: waiting })
            : second === false
              ? t('preview.sendingSecond')
              : t('preview.all')}
        </span>
      </p>
    </div>
  );
}
