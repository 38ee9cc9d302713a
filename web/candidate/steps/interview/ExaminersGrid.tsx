import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { staffRoles, type StaffRole } from '#protocol/policies';
import { CameraFrame } from '../../../ui/CameraFrame';
import { PictureGrid } from '../../../ui/PictureGrid';
import { Icon } from '../../../ui/Icon';
import type { StagePeer } from '../../../media/video/port';
import { StageFrame } from '../../../media/video/StageFrame';
import { frameStateOf, useStageHere } from '../../video/stage-context';
import styles from './interview.module.css';

interface ExaminersGridProps {
  /** The question that is being read takes the large place; the pictures stay in sight. */
  readonly sheet: ReactNode;
}

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

/** The examiners: the chief large, the others in one row; all in one row under a question that is being read. */
export function ExaminersGrid({ sheet }: ExaminersGridProps) {
  const { t } = useTranslation('candidate');
  const { state: video, stage } = useStageHere();
  const staff = ordered(video.peers);
  const frame = (person: StagePeer): ReactNode => (
    <CameraFrame
      key={person.peerId}
      stream={person.camera}
      state={frameStateOf(person)}
      name={`${isStaff(person.role) ? t(`roles.${person.role}`) : ''} ${person.name}`.trim()}
      nameIcon={person.speaking ? 'sound' : undefined}
      speaking={person.speaking}
    />
  );
  const [lead, ...others] = staff;
  const framed = stage && video.capture === 'frame';
  const pictures = framed ? (
    <StageFrame stage={stage} label={t('interview.examiners')} />
  ) : (
    <PictureGrid lead={lead ? frame(lead) : <Nobody />} others={others.map(frame)} />
  );
  if (!sheet) return pictures;
  return (
    <div className={styles.reading}>
      <div className={styles.sheet}>{sheet}</div>
      {framed ? (
        <div className={styles.row}>{pictures}</div>
      ) : (
        staff.length > 0 && <div className={styles.row}>{staff.map(frame)}</div>
      )}
    </div>
  );
}
