import { useTranslation } from 'react-i18next';
import { StageFrame } from '../../../media/video/StageFrame';
import { CameraFrame } from '../../../ui/CameraFrame';
import { useSitting } from '../../sitting/sitting-context';
import { frameStateOf, useStageHere } from '../../video/stage-context';
import { SoundBlocked } from '../../video/SoundBlocked';
import { usePlayedSound } from '../../video/use-played-sound';
import { PlainWord } from './PlainWord';

/** The officer's picture when he talks to this candidate; a plain word at all other times. */
export function OfficerPicture() {
  const { t } = useTranslation('candidate');
  const { surroundings } = useSitting();
  const { state: video, stage } = useStageHere();
  const { sound, blocked, onSoundBlocked, unblock } = usePlayedSound();
  const officer = video.peers.find(({ role }) => role !== 'candidate');
  if (stage && video.capture === 'frame') return <StageFrame stage={stage} label={t('waiting.stage')} />;
  const state = surroundings?.officer.state ?? 'there';
  if (state !== 'with-you') return <PlainWord state={state} name={surroundings?.officer.name ?? null} />;
  const name = surroundings?.officer.name ?? officer?.name ?? '';
  return (
    <CameraFrame
      stream={officer?.camera ?? null}
      state={officer ? frameStateOf(officer) : 'connecting'}
      name={t('waiting.officer', { name })}
      nameIcon="mic"
      speaking={officer?.speaking}
      sound={sound}
      onSoundBlocked={onSoundBlocked}
      note={{ text: t('waiting.talking'), icon: 'sound', mood: 'ok' }}
    >
      {blocked && <SoundBlocked onUnblock={unblock} />}
    </CameraFrame>
  );
}
