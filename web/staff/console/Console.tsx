import { Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMe } from '../../api/use-me';
import { Button } from '../../ui/Button';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { ExamFace } from '../exam/ExamFace';
import { latePaper } from '../paper/late-paper';
import { lateWall } from '../wall/late-wall';
import { WaitingFace } from '../waiting/WaitingFace';
import { ConsoleContext } from './context';
import { startingFace, type Face } from './faces';
import { useChime } from './use-chime';
import { useConsole, type ConsoleView } from './use-console';
import { useOrders } from './use-orders';
import { useUnread } from './use-unread';
import styles from './Console.module.css';

const shownFaces = { waiting: WaitingFace, exam: ExamFace, paper: latePaper.Face, wall: lateWall.Face };

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
  const { t } = useTranslation('staff');
  const { roomId } = view.room;
  const orders = useOrders(roomId);
  const unread = useUnread(roomId, view.store);
  const [face, setFace] = useState<Face>(() => startingFace(me.role, view.start.flow.steps));
  const chime = useChime({ me, view, unread, face });
  const nameOf = useCallback(
    (sittingId: string) => view.rows.find((row) => row.sittingId === sittingId)?.name ?? '',
    [view.rows],
  );
  const context = useMemo(
    () => ({ me, view, orders, unread, chime, nameOf }),
    [me, view, orders, unread, chime, nameOf],
  );
  const Shown = shownFaces[face];
  return (
    <ConsoleContext value={context}>
      <Suspense fallback={<Waiting large>{t('loading')}</Waiting>}>
        <Shown face={face} onFace={setFace} onLeave={onLeave} />
      </Suspense>
    </ConsoleContext>
  );
}
