import { Suspense } from 'react';
import { ApiProvider } from '../api/ApiProvider';
import { MediaProvider } from '../media/MediaProvider';
import { OpeningPage } from '../ui/OpeningPage';
import { answersRoomOf, lateAnswers } from './answers/late-answers';
import { Console } from './console/Console';
import { Gate, type Session } from './entry/Gate';
import { Rooms } from './entry/Rooms';
import { SignIn } from './entry/SignIn';
import { lateOffice, opensArchives, opensRehearsals, resultRoomOf } from '../office/late-office';
import { lateSecretary, recordRoomOf } from '../secretary/late-secretary';
import { lateSupport, opensSupport } from '../support/late-support';
import { lateTakes, takesRoomOf } from './takes/late-takes';

/** `/staff/rooms/<id>`; null on `/staff`. */
const roomOfAddress = (): string | null =>
  /^\/staff\/rooms\/(\w{26})/.exec(window.location.pathname)?.[1] ?? null;

function Staff({ me, sessionEnded, become, leave, signedOut }: Session) {
  if (me.kind !== 'staff')
    return <SignIn onEnter={become} candidateHere={me.kind === 'candidate'} ended={sessionEnded} />;
  if (opensSupport(me.role, window.location.pathname)) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateSupport.Page me={me} onLeave={leave} onSignedOut={signedOut} />
      </Suspense>
    );
  }
  if (opensArchives(me.role, window.location.pathname)) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateOffice.Archives me={me} onLeave={leave} />
      </Suspense>
    );
  }
  if (opensRehearsals(me.role, window.location.pathname)) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateOffice.Rehearsals me={me} onLeave={leave} />
      </Suspense>
    );
  }
  const resultRoom = resultRoomOf(me.role, window.location.pathname);
  if (resultRoom) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateOffice.Results me={me} roomId={resultRoom} onLeave={leave} />
      </Suspense>
    );
  }
  const recordRoom = recordRoomOf(me.role, window.location.pathname);
  if (recordRoom) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateSecretary.Page me={me} roomId={recordRoom} onLeave={leave} onSignedOut={signedOut} />
      </Suspense>
    );
  }
  const answersRoom = answersRoomOf(me.role, window.location.pathname);
  if (answersRoom) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateAnswers.Page me={me} roomId={answersRoom} onLeave={leave} onSignedOut={signedOut} />
      </Suspense>
    );
  }
  const takesRoom = takesRoomOf(me.role, window.location.pathname);
  if (takesRoom) {
    return (
      <Suspense fallback={<OpeningPage />}>
        <lateTakes.Page me={me} roomId={takesRoom} onLeave={leave} onSignedOut={signedOut} />
      </Suspense>
    );
  }
  const only = me.rooms.length === 1 ? me.rooms[0]?.id : undefined;
  const roomId = roomOfAddress() ?? only ?? null;
  if (!roomId) return <Rooms me={me} onLeave={leave} />;
  return <Console key={roomId} me={me} roomId={roomId} onLeave={leave} onSignedOut={signedOut} />;
}

/** Consoles of the people who run an exam. */
export function StaffApp() {
  return (
    <ApiProvider>
      <MediaProvider>
        <Gate>{(session) => <Staff {...session} />}</Gate>
      </MediaProvider>
    </ApiProvider>
  );
}
