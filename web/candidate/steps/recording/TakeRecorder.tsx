import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pause } from '../../../api/insist';
import { useCameraState, useMedia } from '../../../media/MediaProvider';
import { chooseType } from '../../../media/recorder/media-type';
import { browserRecorder } from '../../../media/recorder/segment-recorder';
import { Banner } from '../../../ui/Banner';
import { useSitting } from '../../sitting/sitting-context';
import { BITS_PER_SECOND } from './bit-rates';
import { useRecorderBox, useRecorderStatus } from './recorder-status';
import { TakeDesk } from './take-desk';
import { useDeskCalls } from './use-desk-calls';
import { useUploader } from './use-uploader';

const isSupported = (type: string): boolean =>
  'MediaRecorder' in window && MediaRecorder.isTypeSupported(type);

/** Records and sends for one position, for as long as its device's page lives. */
export function TakeRecorder({ position }: { readonly position: 1 | 2 }) {
  const { home, epoch, view, surroundings } = useSitting();
  const { camera, bell } = useMedia();
  const { stream, camera: picture } = useCameraState();
  const box = useRecorderBox();
  const { shelf, mine, wake } = useUploader();
  const calls = useDeskCalls(position);
  const desk = useRef<TakeDesk | null>(null);
  const { sittingId } = home.candidate;
  const hear = useEffectEvent((on: TakeDesk) =>
    on.hear({
      ...{ view, stream, second: surroundings?.presence[2] ?? null },
      isCameraGone: picture === 'ended' || picture === 'denied',
    }),
  );
  const open = useEffectEvent(
    () =>
      new TakeDesk({
        ...{ sittingId, position, epoch, shelf, mine, wake, box, ...calls() },
        steadyNow: () => performance.now(),
        wait: pause,
        openCamera: async () => (await camera.open()).stream,
        type: chooseType(navigator.userAgent, isSupported),
        make: (source, type, sound) =>
          browserRecorder(source, { type, sound, bitsPerSecond: BITS_PER_SECOND[position] }),
        tick: () => bell.play('tick'),
      }),
  );
  useEffect(() => {
    const opened = open();
    desk.current = opened;
    hear(opened);
    return () => {
      desk.current = null;
      opened.close();
    };
  }, [sittingId, epoch, position]);
  useEffect(() => {
    if (desk.current) hear(desk.current);
  }, [view, stream, picture, surroundings]);
  return <Leftovers />;
}

/** The exam is over, and some of what was recorded is still here. */
function Leftovers() {
  const { t } = useTranslation('recording');
  const { view } = useSitting();
  const { uploader } = useRecorderStatus();
  const waiting = uploader?.waiting ?? 0;
  if (view?.phase !== 'over' || waiting === 0) return null;
  return (
    <Banner shape="strip" mood="warn" icon="upload" role="status" title={t('left.title')}>
      {t('left.note', { count: waiting })}
    </Banner>
  );
}
