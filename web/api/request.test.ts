import { readQuestion, uploadStill } from '#contract/sitting';
import { live, writeAsCandidate } from '#contract/live';
import { addressOf, requestOf } from './request';

describe('a request made from its contract', () => {
  it('fills the path', () =>
    expect(addressOf(readQuestion, { questionId: 'q1' }, undefined)).toBe('/api/sitting/questions/q1'));
  it('leaves absent questions out', () => {
    expect(addressOf(live, undefined, {})).toBe('/api/live');
    expect(addressOf(live, undefined, { room: '01A' })).toBe('/api/live?room=01A');
  });
  it('sends a picture as it is', () => {
    const picture = new Blob(['x'], { type: 'image/jpeg' });
    const request = requestOf(uploadStill, picture);
    expect(request.body).toBe(picture);
    expect(request.headers).toEqual({ 'content-type': 'image/jpeg' });
  });
  it('sends everything else as JSON', () =>
    expect(requestOf(writeAsCandidate, { id: 'a', text: '您好' }).body).toBe('{"id":"a","text":"您好"}'));
});
