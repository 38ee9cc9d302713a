import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#protocol/assert-never';
import type { StepViews } from '#steps/schemas';
import { chooseType } from '../../../media/recorder/media-type';
import { Banner } from '../../../ui/Banner';
import { Waiting } from '../../../ui/Waiting';
import { useMicrophone } from '../../devices/microphone-context';
import { useOpenCamera } from '../../devices/use-open-camera';
import { BrokenPage } from './BrokenPage';
import { HiddenPage } from './HiddenPage';
import { PreviewPage } from './PreviewPage';
import { ReadyPage } from './ReadyPage';
import { RecordingFrame } from './RecordingFrame';
import { RunPage } from './RunPage';
import { useRecordedQuestion } from './use-recorded-question';
import { useTakes } from './use-takes';
import { shownIn } from './words-of';
import styles from './recording.module.css';

const LOOK_MS = { recording: 4_000, complete: 2_000 } as const;

const canRecord = (): boolean =>
  'MediaRecorder' in window &&
  chooseType(navigator.userAgent, (type) => MediaRecorder.isTypeSupported(type)) !== null;

/** The video-upload exam (2.4): the question, the take, the preview, and the confirmation that ends it. */
export function RecordingScreen({ view }: { readonly view: StepViews['recording'] }) {
  const { t } = useTranslation('recording');
  const { muted, toggle } = useMicrophone();
  useOpenCamera(true, { facing: 'user' });
  // What was closed elsewhere would be an answer without sound.
  useEffect(() => {
    if (muted) toggle();
  }, [muted, toggle]);
  const shown = shownIn(view);
  const question = useRecordedQuestion(shown && shown.shownAt !== null ? shown.id : null);
  const every = view.phase === 'recording' || view.phase === 'complete' ? LOOK_MS[view.phase] : null;
  const { takes, again } = useTakes(every);
  const takeId = 'takeId' in view ? view.takeId : null;
  const recorded = takes.find(({ take }) => take.id === takeId) ?? null;
  if (!canRecord())
    return (
      <RecordingFrame view={view} theme="hall">
        <Banner mood="bad" role="alert" title={t('trouble.cannot')}>
          {t('trouble.cannotTodo')}
        </Banner>
      </RecordingFrame>
    );
  switch (view.phase) {
    case 'hidden':
      return <HiddenPage view={view} />;
    case 'ready':
      return <ReadyPage view={view} question={question} />;
    case 'recording':
      return <RunPage view={view} question={question} recorded={recorded} />;
    case 'complete':
      return <PreviewPage key={view.takeId} view={view} recorded={recorded} onStale={again} />;
    case 'broken':
      return <BrokenPage view={view} question={question} />;
    case 'collecting':
      return (
        <RecordingFrame view={view} theme="hall">
          <div className={styles.alone}>
            <Waiting large>{t('collecting')}</Waiting>
            <p>{t('collectingNote')}</p>
          </div>
        </RecordingFrame>
      );
    default:
      return assertNever(view);
  }
}
