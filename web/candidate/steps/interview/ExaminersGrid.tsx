import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { staffRoles, type StaffRole } from '#protocol/policies';
import { CameraFrame } from '../../../ui/CameraFrame';
import { PictureGrid } from '../../../ui/PictureGrid';
import { Icon } from '../../../ui/Icon';
import { SoundBlocked } from '../../video/SoundBlocked';
import type { StagePeer } from '../../../media/video/port';
import { frameStateOf, useStage } from '../../video/stage-context';
import { usePlayedSound } from '../../video/use-played-sound';
import styles from './interview.module.css';

interface ExaminersGridProps {
  /** The question that is being read takes the large place; the pictures stay in sight. */
  readonly sheet: ReactNode;
}

const isStaff = (role: StagePeer['role']): role is StaffRole => staffRoles.some((known) => known === role);

/** Who has a picture first, the chief first of these; who only listens is not drawn. */
function ordered(peers: readonly StagePeer[]): StagePeer[] {
  const rank = ({ role, camera }: StagePeer): number =>
    (camera ? 0 : 10) + (role === 'chief-examiner' ? 0 : 1);
  return peers
    .filter(({ role, camera }) => isStaff(role) && (camera !== null || role !== 'inspector'))
    .sort((a, b) => rank(a) - rank(b));
}

/** The examiners: the chief, or who speaks, large; the others in one row. */
export function ExaminersGrid({ sheet }: ExaminersGridProps) {
  const { t } = useTranslation('candidate');
  const { peers } = useStage();
  const { sound, blocked, onSoundBlocked, unblock } = usePlayedSound();
  const staff = ordered(peers);
  const frame = (person: StagePeer): ReactNode => (
    <CameraFrame
      key={person.peerId}
      stream={person.camera}
      state={frameStateOf(person)}
      name={`${isStaff(person.role) ? t(`roles.${person.role}`) : ''} ${person.name}`.trim()}
      nameIcon={person.speaking ? 'sound' : undefined}
      speaking={person.speaking}
      sound={sound}
      onSoundBlocked={onSoundBlocked}
    >
      {blocked && person === staff[0] && <SoundBlocked onUnblock={unblock} />}
    </CameraFrame>
  );
  const nobody = (
    <div className={styles.nobody} role="status">
      <Icon name="users" />
      <p>{t('interview.nobodyYet')}</p>
      <p className={styles.nobodyNote}>{t('interview.nobodyNote')}</p>
    </div>
  );
  if (sheet) return <PictureGrid lead={sheet} others={staff.length > 0 ? staff.map(frame) : []} row="low" />;
  const [lead, ...others] = staff;
  return <PictureGrid lead={lead ? frame(lead) : nobody} others={others.map(frame)} />;
}
