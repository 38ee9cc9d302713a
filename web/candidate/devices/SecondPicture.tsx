import { useTranslation } from 'react-i18next';
import { CameraFrame, type CameraFrameProps } from '../../ui/CameraFrame';
import type { CameraState } from '../../ui/camera-states';
import { useSitting } from '../sitting/sitting-context';
import { frameStateOf, useStage } from '../video/stage-context';
import { secondStateOf } from './second-state';

interface SecondPictureProps {
  readonly shape?: CameraFrameProps['shape'];
  readonly children?: CameraFrameProps['children'];
}

/** One's own second camera, as the others see it: its picture over the stage, its state by its signs of life. */
export function SecondPicture({ shape, children }: SecondPictureProps) {
  const { t } = useTranslation('candidate');
  const { surroundings } = useSitting();
  const { peers } = useStage();
  const mine = peers.find(({ role, position }) => role === 'candidate' && position === 2);
  const second = secondStateOf(surroundings?.presence[2] ?? null);
  const alive = second.picture === 'live' || second.picture === 'covered';
  const onStage: CameraState = mine ? frameStateOf(mine) : 'connecting';
  const state = alive && onStage !== 'live' ? onStage : second.picture;
  const quiet = second.word === 'live' || second.word === 'never';
  return (
    <CameraFrame
      stream={mine?.camera ?? null}
      state={state}
      name={t('devices.second')}
      note={
        quiet
          ? undefined
          : {
              text: t(`second.state.${second.word}`, { battery: second.battery ?? 0 }),
              icon: 'phone',
              mood: 'warn',
            }
      }
      showFine
      shape={shape}
    >
      {children}
    </CameraFrame>
  );
}
