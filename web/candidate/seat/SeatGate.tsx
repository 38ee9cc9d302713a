import { useMemo, type ReactNode } from 'react';
import { deviceIdIn } from '../kept/device-id';
import { OpeningPage } from '../../ui/OpeningPage';
import { OutOfReach } from '../parts/OutOfReach';
import { OtherTabPage, RefusedPage, SupersededPage, TakenPage } from './SeatPages';
import { useSeat, type Home } from './use-seat';
import { useTabLock } from './use-tab-lock';

export interface Seated {
  readonly epoch: number;
  readonly home: Home;
  /** Another device took the position; commands of this one are refused from now on. */
  readonly onSuperseded: (since: number | null) => void;
}

interface SeatGateProps {
  readonly position: 1 | 2;
  readonly onSignedOut: () => void;
  readonly children: (seated: Seated) => ReactNode;
}

/** Lets exactly one tab of one device through to a position of the exam, and says plainly why not. */
export function SeatGate({ position, onSignedOut, children }: SeatGateProps) {
  const deviceId = useMemo(() => deviceIdIn(() => window.localStorage), []);
  const tab = useTabLock();
  const { seat, takeOver, again, lost } = useSeat(deviceId, tab.place === 'here', onSignedOut);
  if (tab.place === 'elsewhere') return <OtherTabPage onTakeHere={tab.takeHere} />;
  switch (seat.at) {
    case 'asking':
      return seat.waitingFor ? <OutOfReach no={seat.waitingFor} since={seat.since} /> : <OpeningPage />;
    case 'taken':
      return (
        <TakenPage position={position} lastSeenAt={seat.lastSeenAt} onTakeOver={takeOver} onAgain={again} />
      );
    case 'superseded':
      return <SupersededPage since={seat.since} onTakeBack={takeOver} />;
    case 'refused':
      return <RefusedPage no={seat.no} requestId={seat.requestId} onAgain={again} />;
    case 'seated':
      return tab.place === 'here' ? (
        children({ epoch: seat.epoch, home: seat.home, onSuperseded: lost })
      ) : (
        <OpeningPage />
      );
  }
}
