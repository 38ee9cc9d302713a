import { createContext, useContext } from 'react';
import type { CameraState } from '../../ui/camera-states';
import { idleStage, type StagePeer, type StageState } from '../../media/video/port';

export const StageContext = createContext<StageState>(idleStage);

/** The video stage that this page is on. */
export const useStage = (): StageState => useContext(StageContext);

/** What the frame of somebody else shows. */
export const frameStateOf = ({ camera, picture, state }: StagePeer): CameraState =>
  picture === 'none' || camera === null ? (state === 'connecting' ? 'connecting' : 'off') : state;
