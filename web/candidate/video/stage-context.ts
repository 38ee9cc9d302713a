import { createContext, useContext } from 'react';
import type { CameraState } from '../../ui/camera-states';
import { idleStage, type StagePeer } from '../../media/video/port';
import type { OpenStage } from '../../media/video/use-stage';

const noStage: OpenStage = { state: idleStage, stage: null };

export const StageContext = createContext<OpenStage>(noStage);

/** The video stage that this page is on. */
export const useStageHere = (): OpenStage => useContext(StageContext);

/** What the frame of somebody else shows. */
export const frameStateOf = ({ camera, picture, state }: StagePeer): CameraState =>
  picture === 'none' || camera === null ? (state === 'connecting' ? 'connecting' : 'off') : state;
