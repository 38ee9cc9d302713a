import { Suspense, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { useBellArmed, useCameraState, useMedia } from '../../media/MediaProvider';
import { StageFrame } from '../../media/video/StageFrame';
import { Banner } from '../../ui/Banner';
import { Brand } from '../../ui/Brand';
import { Button } from '../../ui/Button';
import { CameraFrame } from '../../ui/CameraFrame';
import { Icon } from '../../ui/Icon';
import { Pill } from '../../ui/Pill';
import { pictureOf } from '../devices/own-picture';
import { Tools } from '../help/Tools';
import { NetworkStrip } from '../parts/NetworkStrip';
import { useDocumentTitle } from '../parts/use-document-title';
import { useSitting } from '../sitting/sitting-context';
import { lateStills } from '../steps/proctored/late-stills';
import { lateRecorder } from '../steps/recording/late-recorder';
import { lateSheets } from '../steps/paper/sheets/late-sheets';
import { photographedOnPhone } from '../steps/paper/sheets/phases';
import { CameraTrouble } from '../steps/face-check/CameraTrouble';
import { BatteryPill } from './BatteryPill';
import { CallToComputer } from './CallToComputer';
import type { Facing } from './kept-facing';
import { saysLooks, saysOf } from './second-says';
import { OfficerVoice } from '../video/OfficerVoice';
import { useStageHere } from '../video/stage-context';
import styles from './second.module.css';

interface SecondPageProps {
  readonly facing: Facing;
  readonly onFlip: () => void;
  readonly battery: RefObject<{ readonly level: number } | null>;
}

/** Read from two metres away: how it is in large letters, the picture, the battery. */
export function SecondPage({ facing, onFlip, battery }: SecondPageProps) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { bell } = useMedia();
  const armed = useBellArmed();
  const camera = useCameraState();
  const { state: video, stage } = useStageHere();
  const { home, view, network } = useSitting();
  const says = saysOf(view, camera, network.outSince !== null);
  const look = saysLooks[says];
  const paper = photographedOnPhone(view?.step);
  useDocumentTitle(t('secondPage.title'));
  return (
    <div className={styles.page} data-theme="stage">
      <header className={styles.bar}>
        <Brand />
        <Tools />
      </header>
      <NetworkStrip />
      <main id="main" tabIndex={-1} className={styles.picture}>
        <CameraFrame
          stream={camera.stream}
          state={pictureOf(camera)}
          name={t('secondPage.name')}
          mirrored={facing === 'user'}
        />
        {stage && video.capture === 'frame' && (
          <div className={styles.carrier} aria-hidden inert>
            <StageFrame stage={stage} label={t('secondPage.name')} />
          </div>
        )}
      </main>
      <footer className={styles.foot}>
        <CallToComputer />
        {paper && (
          <Suspense fallback={null}>
            <lateSheets.PensDown view={paper} />
          </Suspense>
        )}
        {camera.status === 'failed' && <CameraTrouble />}
        {view?.step?.kind === 'recording' && says === 'filming' ? (
          <Suspense fallback={null}>
            <lateRecorder.Second />
          </Suspense>
        ) : (
          <div role="status">
            <h1 className={styles.state} data-mood={look.mood}>
              <Icon name={look.icon} />
              {t(`secondPage.says.${says}`)}
            </h1>
            <p className={styles.say}>{t(`secondPage.note.${says}`)}</p>
          </div>
        )}
        <p className={styles.say}>
          {local(home.exam.title)} · {home.candidate.name}
        </p>
        <div className={styles.pills}>
          <BatteryPill battery={battery} />
          <Pill icon="mic-off">{t('secondPage.muted')}</Pill>
        </div>
        {!armed && (
          <Banner
            mood="warn"
            icon="bell-off"
            action={
              <Button icon="bell" onClick={() => void bell.arm()}>
                {t('waiting.bellOn')}
              </Button>
            }
          >
            {t('secondPage.bellOff')}
          </Banner>
        )}
        <Button wide icon="flip" onClick={onFlip}>
          {t('pair.flip')}
        </Button>
      </footer>
      {view?.step?.kind === 'proctored' && (
        <Suspense fallback={null}>
          <lateStills.Second view={view.step} />
        </Suspense>
      )}
      <OfficerVoice />
    </div>
  );
}
