import { Suspense, useEffect } from 'react';
import { OpeningPage } from '../../ui/OpeningPage';
import { openedWithoutServer } from '../../sw/without-server';
import { OutOfReach } from '../parts/OutOfReach';
import { SeatGate } from '../seat/SeatGate';
import { RefusedPage } from '../seat/SeatPages';
import { firstDevice } from '../sitting/late-page';
import { secondPages } from '../second/late-pages';
import { SignIn } from './SignIn';
import { StaffHere } from './StaffHere';
import { useMe } from '../../api/use-me';

/** `/`: signing in, or the exam of whoever is signed in. */
export function Entry() {
  const { asked, askAgain, signedOut } = useMe();
  useEffect(() => firstDevice.preload(), []);
  // Opened from this device, and now the server answers: what is there may be newer than what was kept.
  const outdated = asked.at !== 'asking' && openedWithoutServer();
  useEffect(() => {
    if (outdated) window.location.reload();
  }, [outdated]);
  if (outdated) return <OpeningPage />;
  if (asked.at === 'asking') {
    return asked.waitingFor ? <OutOfReach no={asked.waitingFor} since={asked.since} /> : <OpeningPage />;
  }
  if (asked.at === 'refused') {
    return <RefusedPage no={asked.no} requestId={asked.requestId} onAgain={askAgain} />;
  }
  const { me } = asked;
  switch (me.kind) {
    case 'nobody':
      return <SignIn ended={asked.sessionEnded} onSignedIn={askAgain} />;
    case 'staff':
      return <StaffHere name={me.name} onSignedOut={askAgain} />;
    case 'candidate':
      return (
        <SeatGate key={`${me.sittingId}.${me.position}`} position={me.position} onSignedOut={signedOut}>
          {(seated) => (
            <Suspense fallback={<OpeningPage />}>
              {me.position === 1 ? (
                <firstDevice.Page {...seated} onSignedOut={signedOut} />
              ) : (
                <secondPages.device {...seated} onSignedOut={signedOut} />
              )}
            </Suspense>
          )}
        </SeatGate>
      );
  }
}
