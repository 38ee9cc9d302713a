import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useCameraState } from '../../../media/MediaProvider';
import { CameraFrame } from '../../../ui/CameraFrame';
import { CameraTag } from '../../../ui/CameraTag';
import { Icon } from '../../../ui/Icon';
import { pictureOf } from '../../devices/own-picture';
import { secondStateOf } from '../../devices/second-state';
import { ConnectSecond } from '../../pairing/ConnectSecond';
import { useSitting } from '../../sitting/sitting-context';
import { frameStateOf, useStageHere } from '../../video/stage-context';
import { isSilent } from './run-of';
import styles from './recording.module.css';

interface PicturesProps {
  readonly view: StepViews['recording'];
  /** Both positions record at this moment. */
  readonly recording: boolean;
  /** `01:20`: what the server has of the other device. */
  readonly secondSaved: string | null;
}

/** Both positions as they are: one's own picture, and how the other device is. */
export function Pictures({ view, recording, secondSaved }: PicturesProps) {
  const { t } = useTranslation('recording');
  const state = useCameraState();
  const isFirst = view.positions.includes(1);
  return (
    <div className={styles.pictures} data-positions={view.positions.includes(2) ? 2 : 1}>
      <CameraFrame
        stream={state.stream}
        state={pictureOf(state)}
        name={t('first')}
        mirrored
        recording={recording && isFirst}
      />
      {view.positions.includes(2) && <Second recording={recording} saved={secondSaved} />}
    </div>
  );
}

interface SecondProps {
  readonly recording: boolean;
  readonly saved: string | null;
}

function Second({ recording, saved }: SecondProps) {
  const { t } = useTranslation('recording');
  const { t: words } = useTranslation('candidate');
  const { surroundings } = useSitting();
  const { peers } = useStageHere().state;
  const presence = surroundings?.presence[2] ?? null;
  const second = secondStateOf(presence);
  const mine = peers.find(({ role, position }) => role === 'candidate' && position === 2);
  const silent = isSilent(presence) ?? false;
  const on = recording && !silent;
  const again = second.pairAgain && <ConnectSecond again={second.word !== 'never'} />;
  if (mine?.camera)
    return (
      <CameraFrame stream={mine.camera} state={frameStateOf(mine)} name={t('second')} recording={on}>
        {again}
      </CameraFrame>
    );
  return (
    <div className={styles.second} data-silent={silent || undefined}>
      <span className={styles.topLeft}>
        {on && (
          <CameraTag mood="bad" dot>
            {t('run.recording')}
          </CameraTag>
        )}
      </span>
      <Icon name={silent ? 'camera-off' : 'phone'} />
      <p role="status">
        {on
          ? saved
            ? t('run.secondSaved', { time: saved })
            : t('run.secondOn')
          : words(`second.state.${second.word}`)}
      </p>
      {again}
      <span className={styles.bottomLeft}>
        <CameraTag>{t('second')}</CameraTag>
      </span>
    </div>
  );
}
