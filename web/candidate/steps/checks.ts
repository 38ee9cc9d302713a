/** The steps that need the camera, fetched together once the candidate is seated. */
export { CamerasScreen } from './cameras/CamerasScreen';
export { DeviceCheckScreen } from './device-check/DeviceCheckScreen';
export { FaceCheckScreen } from './face-check/FaceCheckScreen';
