import { useTranslation } from 'react-i18next';
import { countdown } from '../../i18n/times';
import { Pill } from '../../ui/Pill';
import { useServerNow } from '../../ui/server-clock';
import type { Face } from './faces';
import { useConsoleContext } from './context';
import { groupOf } from './row-state';

/** What the other place of the room is doing: who is inside and for how long, or how many still wait. */
export function RoomPill({ face }: { readonly face: Face }) {
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
  if (face === 'paper' || face === 'wall') return null;
  if (face === 'exam') {
    const waiting = view.rows.filter((row) => groupOf(row) === 'queue').length;
    return <Pill icon="users">{t('exam.waitingCount', { count: waiting })}</Pill>;
  }
  if (!occupant) return <Pill icon="door">{t('inside.nobody')}</Pill>;
  const name = nameOf(occupant.sittingId);
  if (occupant.phase === 'invited')
    return (
      <Pill icon="bell" mood="accent">
        {t('inside.invited', { name })}
      </Pill>
    );
  return (
    <Pill icon="door" mood="accent">
      {t('inside.somebody', { name })}
      <Left sittingId={occupant.sittingId} />
    </Pill>
  );
}

/** How much longer, where a clock runs. */
function Left({ sittingId }: { readonly sittingId: string }) {
  const { t } = useTranslation('staff');
  const { view } = useConsoleContext();
  const now = useServerNow();
  const clock = view.rows.find((row) => row.sittingId === sittingId)?.staff?.view.clock;
  if (!clock) return null;
  if (clock.deadlineAt === null) return <>{t('inside.paused')}</>;
  const left = clock.deadlineAt - now;
  return <>{left > 0 ? t('inside.left', { time: countdown(left) }) : t('inside.overtime')}</>;
}
