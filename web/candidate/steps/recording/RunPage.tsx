import { useTranslation } from 'react-i18next';
import type { RecordedTake } from '#contract/takes';
import type { RecordingView } from '#steps/recording/schema';
import { countdown, elapsed } from '../../../i18n/times';
import { useDuration } from '../../../i18n/use-duration';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { useServerNow } from '../../../ui/server-clock';
import { Waiting } from '../../../ui/Waiting';
import type { Question } from '../../questions/use-question';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import { Pictures } from './Pictures';
import { QuestionSheet } from './QuestionSheet';
import { QuotaLeft } from './QuotaLeft';
import { RecordingFrame } from './RecordingFrame';
import { useRecorderStatus } from './recorder-status';
import { hasOpenGap, isLate } from './run-of';
import { SoundLine } from './SoundLine';
import { beforeSpan, savedMs, savedOf, shownIn, takeIn } from './words-of';
import styles from './recording.module.css';

type Running = Extract<RecordingView, { phase: 'recording' }>;

interface RunPageProps {
  readonly view: Running;
  readonly question: Question | null;
  readonly recorded: RecordedTake | null;
}

/** 2.4.7: it records, and everybody can see and hear that it does. */
export function RunPage({ view, question, recorded }: RunPageProps) {
  const { t } = useTranslation('recording');
  const duration = useDuration();
  const now = useServerNow();
  const { ask, busy } = useStep<'recording'>(view);
  const status = useRecorderStatus();
  const take = takeIn(view);
  const shown = shownIn(view);
  const before = take ? beforeSpan(take, view.span) : 0;
  const began = now >= view.alignAt;
  const cameBack =
    status.run === 'recovering' || status.run === 'failed' || (status.run === 'none' && isLate(view, now));
  if (cameBack)
    return (
      <RecordingFrame view={view} theme="stage">
        <div className={styles.alone}>
          <Waiting large>{t(now > view.endsAt ? 'ending' : 'run.recovering')}</Waiting>
          {now <= view.endsAt && <p>{t('run.recoveringNote')}</p>}
        </div>
      </RecordingFrame>
    );
  const gap = hasOpenGap(view, 2);
  return (
    <RecordingFrame
      view={view}
      theme="stage"
      notices={
        gap && (
          <Banner shape="strip" mood="warn" icon="phone" role="status" title={t('run.secondLost')}>
            {t('run.secondLostNote')}
          </Banner>
        )
      }
      controls={
        <>
          <div className={styles.left}>
            <span role="timer" aria-label={t('run.recorded')} className={styles.figure}>
              {elapsed(before + Math.max(0, Math.min(now, view.endsAt) - view.alignAt))}
            </span>
            <span className={styles.under}>
              <span>{t('run.recorded')}</span>
              <span>{t('run.most', { time: duration((shown?.maxSeconds ?? 0) * 1_000) })}</span>
              <span>{t('run.left', { time: countdown(view.endsAt - Math.max(now, view.alignAt)) })}</span>
            </span>
          </div>
          <div className={styles.middle}>
            <Button
              kind="rec"
              size="big"
              icon="stop"
              busy={busy('recording.stop') || !began}
              onClick={() => void ask({ name: 'recording.stop', takeId: view.takeId })}
            >
              {t(began ? 'run.stop' : 'run.soon')}
            </Button>
          </div>
          <QuotaLeft left={shown?.retakesLeft ?? 0} />
        </>
      }
    >
      <QuestionSheet question={question} />
      <Pictures view={view} recording={began} secondSaved={savedOf(take, recorded, 2)} />
      <SoundLine>
        {began ? <Saved ms={savedMs(take, status)} /> : <strong role="status">{t('run.soonNote')}</strong>}
      </SoundLine>
    </RecordingFrame>
  );
}

const BEHIND = 4;

/** Where what is recorded is safe, and that nothing is lost while the network is. */
function Saved({ ms }: { readonly ms: number | null }) {
  const { t } = useTranslation('recording');
  const { network } = useSitting();
  const { uploader, keptHere } = useRecorderStatus();
  const isOut = network.outSince !== null;
  const isBehind = (uploader?.waiting ?? 0) > BEHIND;
  const word = !keptHere ? 'nowhere' : isOut ? 'offline' : isBehind ? 'waiting' : null;
  const saved = ms === null ? t('run.saving') : t('run.saved', { time: elapsed(ms) });
  return (
    <span className={styles.saved} data-mood={word ? 'warn' : 'ok'}>
      <Icon name={isOut ? 'wifi-off' : 'upload'} />
      <span>{word ? t(`run.${word}`) : saved}</span>
    </span>
  );
}
