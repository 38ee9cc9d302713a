import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { LiveState } from '../../live/live-state';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { ChimeSwitch } from './ChimeSwitch';
import { FaceSwitch, type FaceProps } from './ConsoleBar';
import { useConsoleContext } from './context';
import { maySpeakToRoom } from './RoomMenu';
import styles from './PersonMenu.module.css';

interface PersonMenuProps extends FaceProps {
  readonly here: LiveState['staff'];
  readonly onRoom: () => void;
  readonly onClose: () => void;
}

/** Who sits here, who else is at the room's consoles and where, and the ways out. */
export function PersonMenu({ here, onRoom, onClose, ...face }: PersonMenuProps) {
  const { t } = useTranslation('staff');
  const text = useLocalText();
  const { me, view } = useConsoleContext();
  const onFace: FaceProps['onFace'] = (next) => {
    face.onFace(next);
    onClose();
  };
  return (
    <Dialog
      open
      size="narrow"
      title={`${t(`roles.${me.role}`)} ${me.name}`}
      onClose={onClose}
      actions={
        <Button icon="exit" onClick={face.onLeave}>
          {t('signOut')}
        </Button>
      }
    >
      <p className={styles.exam}>
        {text(view.start.room.name)} · {text(view.start.exam.title)}
      </p>
      <div className={styles.phone}>
        <FaceSwitch face={face.face} onFace={onFace} />
        {maySpeakToRoom(me.role) && (
          <Button icon="flag" onClick={onRoom}>
            {t('exam.more')}
          </Button>
        )}
      </div>
      <p>
        <ChimeSwitch />
      </p>
      <section aria-label={t('present.title')}>
        <h3>{t('present.title')}</h3>
        <ul className={styles.people}>
          {here.map((person) => (
            <li key={person.staffId} className={styles.person}>
              <span>
                <strong>{person.name}</strong>{' '}
                <span className={styles.exam}>
                  {t(`roles.${person.role}`)}
                  {person.staffId === me.staffId && ` · ${t('present.me')}`}
                </span>
              </span>
              <span className={styles.exam}>{t(`present.where.${person.where}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      {(me.rooms.length > 1 || holds(me.role, 'configure exams')) && (
        <div className={styles.ways}>
          {me.rooms.length > 1 && (
            <ButtonLink href="/staff" icon="door">
              {t('rooms.other')}
            </ButtonLink>
          )}
          {holds(me.role, 'configure exams') && (
            <ButtonLink href="/admin" icon="flow">
              {t('rooms.admin')}
            </ButtonLink>
          )}
        </div>
      )}
    </Dialog>
  );
}
