import { Video } from '../../ui/Video';
import { SoundBlocked } from './SoundBlocked';
import { useStageHere } from './stage-context';
import { usePlayedSound } from './use-played-sound';
import styles from './OfficerVoice.module.css';

/** Position 2 shows nobody, but staff who talk to it are heard; at all other times it is silent. */
export function OfficerVoice() {
  const { peers } = useStageHere().state;
  const { sound, blocked, onSoundBlocked, unblock } = usePlayedSound();
  const talking = peers.find(({ role, audio, camera }) => role !== 'candidate' && audio && camera !== null);
  if (!talking?.camera) return null;
  return (
    <>
      <div className={styles.heard}>
        <Video stream={talking.camera} label={talking.name} sound={sound} onSoundBlocked={onSoundBlocked} />
      </div>
      {blocked && <SoundBlocked onUnblock={unblock} />}
    </>
  );
}
