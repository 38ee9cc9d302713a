import { useEffect, useMemo, useState } from 'react';
import type { StaffRole } from '#protocol/policies';
import { useMedia, useCameraState } from '../../media/MediaProvider';
import type { No } from '../../api/result';
import type { StagePeer, StageState } from '../../media/video/port';
import { useStage, type StageWish } from '../../media/video/use-stage';
import type { CameraState } from '../../ui/camera-states';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { movedSince } from './moved-since';
import { candidatePeer, type SeenPeer, type StaffStage } from './staff-stage';

const frameState = ({ camera, picture, state }: StagePeer): CameraState => {
  if (picture === 'live' && camera) return state;
  return state === 'connecting' ? 'connecting' : 'off';
};

const seen = (peer: StagePeer): SeenPeer => ({
  peerId: peer.peerId,
  role: peer.role,
  name: peer.name,
  position: peer.position,
  stream: peer.camera,
  state: frameState(peer),
  speaking: peer.speaking,
  stills: peer.picture === 'stills',
});

/** Camera and microphone are open while this console is on a stage; an inspector never has any. */
function useOwnDevices(wanted: boolean): void {
  const { camera } = useMedia();
  useEffect(() => {
    if (!wanted) return undefined;
    void camera.open();
    return () => camera.close();
  }, [camera, wanted]);
}

const noOf = (code: StageState['refused']): No | null =>
  code === 'OFFLINE' ? { refused: code } : code && { refused: code };

const onlyLooks = (role: StaffRole): boolean => role === 'inspector';

/** Since when the stage is joined, by the server's clock; null while it is not. */
function useJoinedAt(joined: boolean): number | null {
  const { now } = useServerClock();
  const [joinedAt, setJoinedAt] = useState<number | null>(null);
  useEffect(() => {
    if (!joined) return undefined;
    setJoinedAt(now());
    return () => setJoinedAt(null);
  }, [joined, now]);
  return joinedAt;
}

/** The stage of a sitting: joined while `sittingId` is not null, left when it changes. */
export function useStaffStage(purpose: 'waiting' | 'interview', sittingId: string | null): StaffStage {
  const { me, view } = useConsoleContext();
  const [microphone, setMicrophone] = useState(true);
  const [toSecond, setToSecond] = useState(false);
  const looking = onlyLooks(me.role);
  useOwnDevices(sittingId !== null && !looking);
  const own = useCameraState();
  const moved = movedSince(view.rows, purpose, sittingId);
  const wish = useMemo<StageWish | null>(
    () => (sittingId ? { key: `${purpose}/${sittingId}${moved}`, stage: purpose, sittingId } : null),
    [purpose, sittingId, moved],
  );
  const publishing = useMemo(
    () => ({ camera: !looking, microphone: !looking && microphone }),
    [looking, microphone],
  );
  const { state, stage } = useStage({ wish, live: view.store, publishing, soundPolicy: 'open' });
  const joinedAt = useJoinedAt(state.phase === 'joined');
  const peers = state.peers.map(seen);
  const second = candidatePeer(peers, 2)?.peerId ?? null;
  useEffect(() => stage?.talkTo(toSecond ? second : null), [stage, toSecond, second]);
  return {
    peers,
    own: own.stream,
    ownTrouble: looking ? 'only-looking' : own.status === 'failed' ? 'no-camera' : null,
    refused: state.phase === 'failed' ? noOf(state.refused) : null,
    microphone,
    toggleMicrophone: () => setMicrophone((on) => !on),
    toSecond,
    toggleSecond: () => setToSecond((on) => !on),
    joinedAt,
    frame: state.capture === 'frame' ? stage : null,
  };
}
