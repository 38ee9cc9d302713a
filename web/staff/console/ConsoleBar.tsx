import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { useLive } from '../../live/use-live';
import { Brand } from '../../ui/Brand';
import { Button } from '../../ui/Button';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { Segmented } from '../../ui/Segmented';
import { ServerTime } from '../../ui/ServerTime';
import { useConsoleContext } from './context';
import { facesOf, type Face } from './faces';
import { PersonMenu } from './PersonMenu';
import { maySpeakToRoom, RoomMenu } from './RoomMenu';
import { RoomPill } from './RoomPill';
import styles from './ConsoleBar.module.css';

export interface FaceProps {
  readonly face: Face;
  readonly onFace: (face: Face) => void;
  readonly onLeave: () => void;
}

/** Which of the room's places is shown. */
export function FaceSwitch({ face, onFace }: Pick<FaceProps, 'face' | 'onFace'>) {
  const { t } = useTranslation('staff');
  const { view } = useConsoleContext();
  const faces = facesOf(view.start.flow.steps).map((value) => ({ value, text: t(`places.${value}`) }));
  return <Segmented label={t('place')} value={face} options={faces} onChange={onFace} />;
}

/** The room, what goes on in it, and who sits here; on a phone two short lines and the rest behind the name. */
export function ConsoleBar(props: FaceProps) {
  const { t } = useTranslation('staff');
  const text = useLocalText();
  const { me, view } = useConsoleContext();
  const [opened, setOpened] = useState<'person' | 'room' | null>(null);
  const present = useLive(view.store, (state) => state.staff);
  const here = present.length > 0 ? present : view.start.staff;
  const close = (): void => setOpened(null);
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <Brand />
      </span>
      <div className={styles.room}>
        <h1 className={styles.title}>{text(view.start.room.name)}</h1>
        <span className={styles.exam}>{text(view.start.exam.title)}</span>
      </div>
      <div className={styles.state}>
        <span className={styles.desk}>
          <FaceSwitch {...props} />
        </span>
        <RoomPill face={props.face} />
        <ServerTime seconds />
      </div>
      <div className={styles.acts}>
        {maySpeakToRoom(me.role) && (
          <span className={styles.desk}>
            <Button size="small" icon="flag" aria-haspopup="dialog" onClick={() => setOpened('room')}>
              {t('exam.more')}
            </Button>
          </span>
        )}
        <Button
          kind="ink"
          size="small"
          icon="users"
          aria-haspopup="dialog"
          onClick={() => setOpened('person')}
        >
          <span className={styles.desk}>{t(`roles.${me.role}`)} </span>
          {me.name}
          <span className={styles.desk}> · {t('staffHere', { count: here.length })}</span>
        </Button>
        <LanguageSwitch />
      </div>
      {opened === 'person' && (
        <PersonMenu {...props} here={here} onRoom={() => setOpened('room')} onClose={close} />
      )}
      {opened === 'room' && <RoomMenu onClose={close} />}
    </header>
  );
}
