import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { useCameraState, useMedia } from '../../media/MediaProvider';
import { Button } from '../../ui/Button';
import { CameraFrame } from '../../ui/CameraFrame';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { pictureOf } from '../devices/own-picture';
import { Tools } from '../help/Tools';
import { PlacePicture } from '../pairing/PlacePicture';
import { CameraTrouble } from '../steps/face-check/CameraTrouble';
import type { Looked } from './use-pairing';
import { useFacing } from './use-facing';
import styles from './second.module.css';

interface SecondPreviewProps {
  readonly looked: Looked;
  readonly busy: boolean;
  readonly onConnect: () => Promise<void>;
}

/** Whose exam it is, and the picture before anything is spent. */
export function SecondPreview({ looked, busy, onConnect }: SecondPreviewProps) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { camera, bell } = useMedia();
  const state = useCameraState();
  const { facing, flip } = useFacing();
  const begun = state.status !== 'off';
  const seen = state.camera === 'live' || state.camera === 'covered';
  const open = (): void => {
    void bell.arm();
    void camera.open({ facing, camera: true, microphone: true });
  };
  return (
    <PhoneLayout
      title={t('pair.title')}
      tools={<Tools />}
      foot={
        seen ? (
          <>
            <Button kind="primary" wide busy={busy} onClick={() => void onConnect()}>
              {t('pair.connect')}
            </Button>
            <Button wide icon="flip" onClick={flip}>
              {t('pair.flip')}
            </Button>
          </>
        ) : (
          <Button kind="primary" wide icon="camera" busy={state.status === 'asking'} onClick={open}>
            {t('pair.openCamera')}
          </Button>
        )
      }
    >
      <div className={styles.head}>
        <p className={styles.exam}>{local(looked.examTitle)}</p>
        <p>{t('pair.whose', { name: looked.candidate })}</p>
      </div>
      {state.status === 'failed' && <CameraTrouble />}
      {begun && state.stream ? (
        <CameraFrame
          stream={state.stream}
          state={pictureOf(state)}
          name={t('pair.preview')}
          mirrored={facing === 'user'}
          shape="wide"
        />
      ) : (
        <p>{t('pair.lead')}</p>
      )}
      <PlacePicture />
      <p className={styles.note}>{t('pair.muted')}</p>
    </PhoneLayout>
  );
}
