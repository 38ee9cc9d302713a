import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes';
import { CameraFrame, type CameraFrameProps } from '../../ui/CameraFrame';
import { Icon } from '../../ui/Icon';
import type { CameraState } from '../../ui/camera-states';
import { useSitting } from '../sitting/sitting-context';
import { frameStateOf, useStageHere } from '../video/stage-context';
import { secondStateOf } from './second-state';
import { useNarrow } from './use-narrow';
import styles from './SecondPicture.module.css';

interface SecondPictureProps {
  readonly shape?: CameraFrameProps['shape'];
  readonly children?: CameraFrameProps['children'];
}

/** One's own second camera, as the others see it: its picture over the stage, its state by its signs of life. */
export function SecondPicture({ shape, children }: SecondPictureProps) {
  const { t } = useTranslation('candidate');
  const { surroundings } = useSitting();
  const narrow = useNarrow();
  const { peers } = useStageHere().state;
  const mine = peers.find(({ role, position }) => role === 'candidate' && position === 2);
  const second = secondStateOf(surroundings?.presence[2] ?? null);
  const alive = second.picture === 'live' || second.picture === 'covered';
  const onStage: CameraState = mine ? frameStateOf(mine) : 'connecting';
  const state = alive && onStage !== 'live' ? onStage : second.picture;
  if (second.word === 'never') {
    return (
      <div className={classes(styles.absent, shape === 'wide' && styles.wide)}>
        <Icon name="phone" />
        <p>{t('second.absent')}</p>
      </div>
    );
  }
  return (
    <CameraFrame
      stream={mine?.camera ?? null}
      state={state}
      name={t(narrow ? 'devices.secondShort' : 'devices.second')}
      showFine
      shape={shape}
    >
      {children}
    </CameraFrame>
  );
}
