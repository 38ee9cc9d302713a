import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, type StaffRole } from '#protocol/policies';
import type { StaffMe } from '../../api/use-me';
import { Button } from '../../ui/Button';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { ExamFace } from '../exam/ExamFace';
import { WaitingFace } from '../waiting/WaitingFace';
import { ConsoleContext } from './context';
import { useChime } from './use-chime';
import { useConsole, type ConsoleView } from './use-console';
import { useOrders } from './use-orders';
import { useUnread } from './use-unread';
import styles from './Console.module.css';

/** Two faces of one room: where candidates wait, and where they are examined. */
export type Face = 'waiting' | 'exam';

const startingFace = (role: StaffRole): Face => (holds(role, 'sit in the exam room') ? 'exam' : 'waiting');

interface ConsoleProps {
  readonly me: StaffMe;
  readonly roomId: string;
  readonly onLeave: () => void;
  /** The server ended the session. */
  readonly onSignedOut: () => void;
}

export function Console({ me, roomId, onLeave, onSignedOut }: ConsoleProps) {
  const { t } = useTranslation('staff');
  const opening = useConsole(roomId, onSignedOut);
  if (opening.state === 'opening') return <Waiting large>{t('loading')}</Waiting>;
  if (opening.state === 'refused') {
    return (
      <main id="main" className={styles.refused} data-density="staff">
        <NoNote
          no={opening.no}
          requestId={opening.requestId}
          action={<Button onClick={onLeave}>{t('signOut')}</Button>}
        />
      </main>
    );
  }
  return <OpenConsole me={me} view={opening.view} onLeave={onLeave} />;
}

interface OpenConsoleProps {
  readonly me: StaffMe;
  readonly view: ConsoleView;
  readonly onLeave: () => void;
}

function OpenConsole({ me, view, onLeave }: OpenConsoleProps) {
  const { roomId } = view.room;
  const orders = useOrders(roomId);
  const unread = useUnread(roomId, view.store);
  const [face, setFace] = useState<Face>(() => startingFace(me.role));
  const chime = useChime({ me, view, unread, face });
  const nameOf = useCallback(
    (sittingId: string) => view.rows.find((row) => row.sittingId === sittingId)?.name ?? '',
    [view.rows],
  );
  const context = useMemo(
    () => ({ me, view, orders, unread, chime, nameOf }),
    [me, view, orders, unread, chime, nameOf],
  );
  const Shown = face === 'waiting' ? WaitingFace : ExamFace;
  return (
    <ConsoleContext value={context}>
      <Shown face={face} onFace={setFace} onLeave={onLeave} />
    </ConsoleContext>
  );
}
