import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { NoNote } from '../../ui/NoNote';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { Pill } from '../../ui/Pill';
import { Segmented } from '../../ui/Segmented';
import { ServerTime } from '../../ui/ServerTime';
import { useConsoleContext } from './context';
import type { Face } from './Console';
import styles from './ConsoleBar.module.css';

export interface FaceProps {
  readonly face: Face;
  readonly onFace: (face: Face) => void;
  readonly onLeave: () => void;
}

/** Who is in the exam room, in words, for every console of the room. */
function RoomPill() {
  const { t } = useTranslation('staff');
  const { view, nameOf } = useConsoleContext();
  const { occupant, phase } = view.room;
  if (phase === 'closed')
    return (
      <Pill icon="lock" mood="bad">
        {t('roomPhase.closed')}
      </Pill>
    );
  if (phase === 'paused')
    return (
      <Pill icon="pause" mood="warn">
        {t('roomPhase.paused')}
      </Pill>
    );
  if (!occupant) return <Pill icon="door">{t('inside.nobody')}</Pill>;
  const name = nameOf(occupant.sittingId);
  const words = occupant.phase === 'inside' ? t('inside.somebody', { name }) : t('inside.invited', { name });
  return (
    <Pill icon="door" mood="accent">
      {words}
    </Pill>
  );
}

export function ConsoleBar({ face, onFace, onLeave }: FaceProps) {
  const { t } = useTranslation('staff');
  const text = useLocalText();
  const { me, view } = useConsoleContext();
  const faces = [
    { value: 'waiting', text: t('places.waiting') },
    { value: 'exam', text: t('places.exam') },
  ] as const;
  return (
    <Bar voice="hall" title={text(view.start.room.name)} place={text(view.start.exam.title)}>
      <Segmented label={t('place')} value={face} options={faces} onChange={onFace} />
      <RoomPill />
      <ServerTime seconds />
      <span className={styles.who}>{`${t(`roles.${me.role}`)} ${me.name}`}</span>
      <LanguageSwitch />
      <Button kind="ink" size="small" onClick={onLeave}>
        {t('signOut')}
      </Button>
    </Bar>
  );
}

/** What must be known now: a broken connection, and why the last order was not carried out. */
export function ConsoleStrip() {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const { view, orders } = useConsoleContext();
  return (
    <>
      {!view.connected && (
        <Banner mood="warn" shape="strip" icon="wifi-off" role="status">
          {t('reconnecting')}
        </Banner>
      )}
      {orders.refused && (
        <div className={styles.refusal}>
          <NoNote
            no={orders.refused.no}
            requestId={orders.refused.requestId}
            action={
              <Button kind="quiet" size="small" onClick={orders.dismiss}>
                {common('actions.close')}
              </Button>
            }
          />
        </div>
      )}
    </>
  );
}
