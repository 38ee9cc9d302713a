import { useStage } from '../video/stage-context';
import { Video } from '../../ui/Video';
import styles from './second.module.css';

/** The officer's voice when he talks to this device; silent at all other times. */
export function StageSound() {
  const { peers } = useStage();
  const talking = peers.find(({ role, audio, camera }) => role !== 'candidate' && audio && camera !== null);
  if (!talking?.camera) return null;
  return (
    <div className={styles.sound}>
      <Video stream={talking.camera} label={talking.name} sound />
    </div>
  );
}
