import { ApiProvider } from '../api/ApiProvider';
import { MediaProvider } from '../media/MediaProvider';
import { OpeningPage } from '../ui/OpeningPage';
import { Console } from './console/Console';
import { Rooms } from './entry/Rooms';
import { SignIn } from './entry/SignIn';
import { useMe } from './entry/use-me';

/** `/staff/rooms/<id>`; null on `/staff`. */
const roomOfAddress = (): string | null =>
  /^\/staff\/rooms\/(\w{26})/.exec(window.location.pathname)?.[1] ?? null;

function Staff() {
  const { me, enter, leave } = useMe();
  if (!me) return <OpeningPage />;
  if (me.kind !== 'staff') return <SignIn onEnter={enter} candidateHere={me.kind === 'candidate'} />;
  const only = me.rooms.length === 1 ? me.rooms[0]?.id : undefined;
  const roomId = roomOfAddress() ?? only ?? null;
  const signOut = (): void => void leave();
  if (!roomId) return <Rooms me={me} onLeave={signOut} />;
  return <Console me={me} roomId={roomId} onLeave={signOut} />;
}

/** Consoles of the people who run an exam. */
export function StaffApp() {
  return (
    <ApiProvider>
      <MediaProvider>
        <Staff />
      </MediaProvider>
    </ApiProvider>
  );
}
