import { cameraOff, type CameraOwnerState } from '../../media/camera-state';
import { findingsOf, lacksOf, reportOf } from './findings';

const stream = (video: number, audio: number): MediaStream =>
  ({
    getVideoTracks: () => Array(video).fill({}),
    getAudioTracks: () => Array(audio).fill({}),
  }) as unknown as MediaStream;
const state = (change: Partial<CameraOwnerState>): CameraOwnerState => ({
  ...cameraOff,
  status: 'live',
  stream: stream(1, 1),
  camera: 'live',
  microphone: 'live',
  ...change,
});

describe('the findings of the device check', () => {
  it('are open before anything was tried', () =>
    expect(reportOf(findingsOf(cameraOff, 'not-tried'))).toEqual({
      camera: 'not-tried',
      microphone: 'not-tried',
      bell: 'not-tried',
    }));

  it('are fine when all three work', () =>
    expect(reportOf(findingsOf(state({}), 'heard'))).toEqual({ camera: 'ok', microphone: 'ok', bell: 'ok' }));

  it('blame the microphone alone where only it is missing', () =>
    expect(
      reportOf(
        findingsOf(
          state({ stream: stream(1, 0), microphone: 'unknown', faults: ['no-microphone'] }),
          'heard',
        ),
      ),
    ).toEqual({ camera: 'ok', microphone: 'no-microphone', bell: 'ok' }));

  it('blame both where permission was refused', () =>
    expect(
      reportOf(
        findingsOf(
          state({
            status: 'failed',
            stream: null,
            camera: 'denied',
            microphone: 'denied',
            faults: ['permission-denied'],
          }),
          'not-heard',
        ),
      ),
    ).toEqual({ camera: 'permission-denied', microphone: 'permission-denied', bell: 'not-heard' }));

  it('name black pictures and a silent microphone', () =>
    expect(
      reportOf(
        findingsOf(
          state({ camera: 'covered', microphone: 'silent', faults: ['black-frames', 'silent-microphone'] }),
          'heard',
        ),
      ),
    ).toMatchObject({ camera: 'black-frames', microphone: 'silent-microphone' }));

  it('let a waived requirement pass', () => {
    const findings = findingsOf(cameraOff, 'heard');
    expect(lacksOf(findings, ['camera', 'microphone', 'bell'], ['camera'])).toEqual(['microphone']);
  });
});
