import type { CandidateView } from '#protocol/views.schema';
import { cameraOff, type CameraOwnerState } from '../../media/camera-state';
import { saysOf } from './second-says';

const live: CameraOwnerState = { ...cameraOff, status: 'live', camera: 'live' };
const at = (kind: string): CandidateView => ({ step: { kind } }) as unknown as CandidateView;

describe('2.1.7 what the second camera says of itself', () => {
  it('is about the picture before anything else', () => {
    expect(saysOf(at('waiting'), cameraOff, true)).toBe('starting');
    expect(saysOf(at('waiting'), { ...live, camera: 'covered' }, true)).toBe('covered');
    expect(saysOf(at('waiting'), { ...live, status: 'failed', camera: 'denied' }, false)).toBe('no-picture');
  });
  it('is about the network next', () => expect(saysOf(at('waiting'), live, true)).toBe('reconnecting'));
  it('is where the exam is, when all is well', () => {
    expect(saysOf(null, live, false)).toBe('before');
    expect(saysOf(at('waiting'), live, false)).toBe('filming');
    expect(saysOf(at('interview'), live, false)).toBe('in-exam');
  });
});
