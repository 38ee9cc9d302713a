import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { staffRoles, type StaffRole } from '#protocol/policies';
import { CameraFrame } from '../../../ui/CameraFrame';
import { Icon } from '../../../ui/Icon';
import type { StagePeer } from '../../../media/video/port';
import { StageFrame } from '../../../media/video/StageFrame';
import { frameStateOf, useStageHere } from '../../video/stage-context';
import { SoundBlocked } from '../../video/SoundBlocked';
import { usePlayedSound } from '../../video/use-played-sound';
import styles from './interview.module.css';

interface ExaminersGridProps {
  /** The question that is being read takes the large place; the pictures stay in sight. */
  readonly sheet: ReactNode;
}

/** More pictures begin another row; a panel is smaller than that. */
const MOST_COLUMNS = 6;

const isStaff = (role: StagePeer['role']): role is StaffRole => staffRoles.some((known) => known === role);

/** Who has a picture first, the chief first of these; who only looks on is not drawn. */
function ordered(peers: readonly StagePeer[]): StagePeer[] {
  const rank = ({ role, camera }: StagePeer): number =>
    (camera ? 0 : 10) + (role === 'chief-examiner' ? 0 : 1);
  return peers
    .filter(({ role, camera }) => isStaff(role) && (camera !== null || role !== 'inspector'))
    .sort((a, b) => rank(a) - rank(b));
}

function Nobody() {
  const { t } = useTranslation('candidate');
  return (
    <div className={styles.nobody} role="status">
      <Icon name="users" />
      <p>{t('interview.nobodyYet')}</p>
      <p className={styles.nobodyNote}>{t('interview.nobodyNote')}</p>
    </div>
  );
}

/**
 * The examiners: the chief large, the others in one row; all in one row under a question that is being read.
 * Every picture keeps its place in the page's tree, so that no sentence breaks off when a question is opened.
 */
export function ExaminersGrid({ sheet }: ExaminersGridProps) {
  const { t } = useTranslation('candidate');
  const { state: video, stage } = useStageHere();
  const { sound, blocked, onSoundBlocked, unblock } = usePlayedSound();
  const staff = ordered(video.peers);
  const reading = sheet !== null;
  const framed = stage !== null && video.capture === 'frame';
  const rowed = reading ? staff.length : staff.length - 1;
  return (
    <div
      className={styles.grid}
      data-reading={reading || undefined}
      data-rowed={framed ? 1 : Math.min(MOST_COLUMNS, Math.max(0, rowed))}
    >
      {reading && <div className={styles.sheet}>{sheet}</div>}
      {framed && (
        <div className={reading ? styles.small : styles.large}>
          <StageFrame stage={stage} label={t('interview.examiners')} />
        </div>
      )}
      {!framed &&
        staff.map((person, index) => (
          <div key={person.peerId} className={index === 0 && !reading ? styles.large : styles.small}>
            <CameraFrame
              stream={person.camera}
              state={frameStateOf(person)}
              name={`${isStaff(person.role) ? t(`roles.${person.role}`) : ''} ${person.name}`.trim()}
              nameIcon={person.speaking ? 'sound' : undefined}
              speaking={person.speaking}
              sound={sound}
              onSoundBlocked={onSoundBlocked}
            />
          </div>
        ))}
      {!framed && !reading && staff.length === 0 && (
        <div className={styles.large}>
          <Nobody />
        </div>
      )}
      {blocked && <SoundBlocked onUnblock={unblock} />}
    </div>
  );
}
