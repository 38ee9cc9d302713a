import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCameraState, useMedia } from '../../media/MediaProvider';
import { CameraFrame, type CameraFrameProps } from '../../ui/CameraFrame';
import { pictureOf } from './own-picture';
import { useNarrow } from './use-narrow';

interface OwnPictureProps {
  readonly muted?: boolean;
  readonly shape?: CameraFrameProps['shape'];
  readonly children?: ReactNode;
}

/** One's own first camera, like a mirror, with the level of the microphone. */
export function OwnPicture({ muted = false, shape, children }: OwnPictureProps) {
  const { t } = useTranslation('candidate');
  const { camera } = useMedia();
  const state = useCameraState();
  const narrow = useNarrow();
  return (
    <CameraFrame
      stream={state.stream}
      state={pictureOf(state)}
      name={t(narrow ? 'devices.firstShort' : 'devices.first')}
      mirrored
      muted={muted}
      level={narrow ? undefined : camera.level}
      shape={shape}
    >
      {children}
    </CameraFrame>
  );
}
