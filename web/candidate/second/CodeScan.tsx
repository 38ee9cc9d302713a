import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCameraState, useMedia } from '../../media/MediaProvider';
import { createQrScanner } from '../../media/qr-scanner';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { CameraFrame } from '../../ui/CameraFrame';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { pictureOf } from '../devices/own-picture';
import { useOpenCamera } from '../devices/use-open-camera';
import { Tools } from '../help/Tools';
import { CameraTrouble } from '../steps/face-check/CameraTrouble';
import { tokenIn } from './token-in';

interface CodeScanProps {
  readonly onToken: (token: string) => void;
  readonly onBack: () => void;
}

/** The scanner of our own page, for phones whose camera app does not read codes. */
export function CodeScan({ onToken, onBack }: CodeScanProps) {
  const { t } = useTranslation('candidate');
  const { camera } = useMedia();
  const state = useCameraState();
  const [foreign, setForeign] = useState(false);
  useOpenCamera(true, { facing: 'environment' });
  const { stream } = state;
  useEffect(() => {
    if (!stream) return undefined;
    const control = new AbortController();
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    const scanner = createQrScanner();
    const look = async (): Promise<void> => {
      await video.play().catch(() => undefined);
      while (!control.signal.aborted) {
        const text = await scanner.scan(video, control.signal);
        const token = text === null ? null : tokenIn(text, window.location.origin);
        if (token) return onToken(token);
        if (text !== null) setForeign(true);
      }
    };
    void look();
    return () => {
      control.abort();
      video.srcObject = null;
    };
  }, [stream, onToken]);
  return (
    <PhoneLayout
      title={t('pair.scanTitle')}
      onBack={onBack}
      theme="stage"
      tools={<Tools />}
      foot={
        state.status === 'failed' ? (
          <Button kind="primary" wide icon="camera" onClick={() => void camera.open()}>
            {t('pair.openCamera')}
          </Button>
        ) : undefined
      }
    >
      <p>{t('pair.scanLead')}</p>
      {state.status === 'failed' && <CameraTrouble />}
      {foreign && (
        <Banner mood="warn" icon="qr" role="status">
          {t('pair.scanForeign')}
        </Banner>
      )}
      <CameraFrame
        stream={stream}
        state={pictureOf(state)}
        name={t('pair.preview')}
        shape="upright"
        enlargeable={false}
      />
    </PhoneLayout>
  );
}
