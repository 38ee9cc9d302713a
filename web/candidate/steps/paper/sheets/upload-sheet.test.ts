import { DetailedError } from 'tus-js-client';
import { outcomeOf } from './upload-sheet';

/** As `tus-js-client` makes it of an answer that is no success. */
function answered(status: number, body: string): Error {
  const response = { getStatus: () => status, getBody: () => body, getHeader: () => undefined };
  return Object.assign(Object.create(DetailedError.prototype) as Error, { originalResponse: response });
}
const refusing = (status: number, refused: string) => answered(status, JSON.stringify({ refused }));

describe('an upload that did not go through', () => {
  it('is tried again where nobody answered', () => {
    expect(outcomeOf(new Error('tus: no network'))).toEqual({ at: 'again' });
    expect(outcomeOf(answered(0, ''))).toEqual({ at: 'again' });
  });

  it.each([
    ['a part of ours is away', refusing(503, 'UNAVAILABLE')],
    ['a proxy answers in our place', answered(502, '<html>Bad gateway</html>')],
    ['another connection was faster', refusing(409, 'CONFLICT')],
    ['what was begun is not known any more', refusing(404, 'NOT_FOUND')],
  ])('is tried again where %s', (_, error) => expect(outcomeOf(error)).toEqual({ at: 'again' }));

  it.each(['NOT_AN_IMAGE', 'IMAGE_TRUNCATED', 'TOO_MANY_PIXELS', 'DIGEST_DIFFERS'] as const)(
    'refuses the sheet for good by name: %s',
    (code) => expect(outcomeOf(refusing(422, code))).toEqual({ at: 'refused', code }),
  );

  it.each(['SUPERSEDED', 'TOO_LATE', 'NOT_SIGNED_IN'])('stops this device: %s', (refused) =>
    expect(outcomeOf(refusing(409, refused))).toMatchObject({ at: 'stopped', no: { refused } }),
  );
});
