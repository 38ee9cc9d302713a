import sharp, { type Sharp } from 'sharp';
import type { Challenge, FacePose } from '#protocol/face';
import { createFaceChecker, type FaceChecker } from './check-face';
import { attempt, photo, POSED, shots, type Person } from './test/attempts';

const LEFT_OPEN: readonly Challenge[] = ['turn-left', 'open-mouth'];
const ALL: readonly Challenge[] = ['turn-right', 'open-mouth', 'turn-left'];

let checker: FaceChecker;
beforeAll(async () => {
  checker = await createFaceChecker({ threads: 2 });
});
afterAll(() => checker.close());

const shotsOf = async (name: string) => shots(await photo(name));
const altered = async (name: string, change: (image: Sharp) => Sharp) =>
  shots(
    await change(sharp(await photo(name)))
      .jpeg()
      .toBuffer(),
  );

describe('an honest candidate', () => {
  it.each(POSED)('passes as %s, in whatever order was asked', async (person) => {
    const orders = [ALL, [...ALL].reverse()];
    const verdicts = await Promise.all(
      orders.map(async (asked) => checker.check(await attempt(person, asked))),
    );
    for (const { outcome, evidence } of verdicts) {
      expect(outcome).toBe('pass');
      expect(evidence.toRegistered).toBeLessThanOrEqual(0.55);
      expect(evidence.farthestFrame).toBeLessThanOrEqual(0.55);
      expect(evidence.bestFrame).not.toBeNull();
    }
  });

  it('passes with one challenge', async () => {
    expect((await checker.check(await attempt('hopper', ['open-mouth']))).outcome).toBe('pass');
  });

  it('may still be coming back from the movement before when a step begins', async () => {
    const turned = await shotsOf('hopper/turn-left');
    const images = [
      ...turned.slice(0, 1),
      ...(await shotsOf('hopper/front')).slice(0, 1),
      ...(await shotsOf('hopper/open-mouth')),
    ];
    expect((await checker.check(await attempt('hopper', LEFT_OPEN, { 'open-mouth': images }))).outcome).toBe(
      'pass',
    );
  });

  it('passes although single pictures are shaken or show nobody', async () => {
    const shaken = await sharp(await photo('hopper/turn-left'))
      .blur(9)
      .jpeg()
      .toBuffer();
    const images = [shaken, ...(await shotsOf('hopper/turn-left')), await photo('desk')];
    expect((await checker.check(await attempt('hopper', LEFT_OPEN, { 'turn-left': images }))).outcome).toBe(
      'pass',
    );
  });

  it('passes with a phone held upright whose pictures say so only in their EXIF', async () => {
    const lying = async (pose: FacePose) => {
      const turned = await sharp(await photo(`collins/${pose}`))
        .rotate(270)
        .toBuffer();
      return shots(await sharp(turned).withMetadata({ orientation: 6 }).jpeg().toBuffer()).then((all) =>
        Promise.all(all.map((image) => sharp(image).withMetadata({ orientation: 6 }).toBuffer())),
      );
    };
    const instead = { front: await lying('front'), 'open-mouth': await lying('open-mouth') };
    expect((await checker.check(await attempt('collins', ['open-mouth'], instead))).outcome).toBe('pass');
  });
});

describe('somebody who is not there', () => {
  const reasonOf = async (
    instead: Partial<Record<FacePose, readonly Buffer[]>>,
    person: Person = 'hopper',
  ) => {
    const verdict = await checker.check(await attempt(person, LEFT_OPEN, instead));
    return verdict.outcome === 'unusable' ? verdict.reason : verdict.outcome;
  };

  it('is refused as not live with a still photo in every step', async () => {
    const still = await photo('hopper/front');
    const same = [still, still, still];
    expect(await reasonOf({ front: same, 'turn-left': same, 'open-mouth': same })).toBe('not-live');
  });

  it('is refused as not live with a still photo under flickering light', async () => {
    const still = await shotsOf('hopper/front');
    expect(await reasonOf({ 'turn-left': still, 'open-mouth': still })).toBe('not-live');
  });

  it('is refused as not live with a photo that is moved about and turned in its plane', async () => {
    const moved = (angle: number, left: number) =>
      altered('hopper/front', (image) =>
        image
          .rotate(angle, { background: '#667' })
          .resize(640, 480, { fit: 'cover' })
          .affine([1, 0, 0, 1], { odx: left }),
      );
    expect(await reasonOf({ 'turn-left': await moved(8, 10), 'open-mouth': await moved(-8, -10) })).toBe(
      'not-live',
    );
  });

  it.each([0.9, 0.75, 0.6])('does not pass with a photo held at an angle, seen %s as wide', async (part) => {
    const held = await altered('hopper/front', (image) =>
      image
        .resize(Math.round(640 * part), 480, { fit: 'fill' })
        .extend({ left: 60, right: 60, background: '#667' }),
    );
    expect(await reasonOf({ 'turn-left': held })).toMatch(/not-live|challenge-missed/);
  });

  it('is refused as not live when no step moves, bit by bit, although the poses are right', async () => {
    const frozen = async (pose: FacePose) => {
      const still = await photo(`hopper/${pose}`);
      return [still, still];
    };
    const instead = {
      front: await frozen('front'),
      'turn-left': await frozen('turn-left'),
      'open-mouth': await frozen('open-mouth'),
    };
    expect(await reasonOf(instead)).toBe('not-live');
  });

  it('is refused as another person where one is swapped in, in the third picture of a step', async () => {
    const [first, second] = await shotsOf('hopper/turn-left');
    const images = [first, second, await photo('collins/turn-left')].filter((image) => image !== undefined);
    const verdict = await checker.check(await attempt('hopper', LEFT_OPEN, { 'turn-left': images }));
    expect(verdict).toMatchObject({ outcome: 'unusable', reason: 'swapped' });
    expect(verdict.evidence.decidedAt).toEqual({ step: 1, frame: 2 });
    expect(verdict.evidence.farthestFrame).toBeGreaterThan(0.62);
  });

  it.each(POSED.filter((person) => person !== 'hopper'))(
    'is refused as swapped when %s does the movements',
    async (other) => {
      const instead = {
        'turn-left': await shotsOf(`${other}/turn-left`),
        'open-mouth': await shotsOf(`${other}/open-mouth`),
      };
      expect(await reasonOf(instead)).toBe('swapped');
    },
  );

  it('is refused as swapped also where there is no registered photo to compare with', async () => {
    const instead = { 'turn-left': await shotsOf('collins/turn-left') };
    const input = { ...(await attempt('hopper', LEFT_OPEN, instead)), registered: await photo('desk') };
    expect(await checker.check(input)).toMatchObject({ outcome: 'unusable', reason: 'swapped' });
  });

  it('is refused as swapped when a photo of the registered person is held up first', async () => {
    const instead = { front: await shotsOf('hopper/registered') };
    const verdict = await checker.check({
      ...(await attempt('collins', LEFT_OPEN, instead)),
      registered: await photo('hopper/registered'),
    });
    expect(verdict).toMatchObject({ outcome: 'unusable', reason: 'swapped' });
  });
});

describe('the order that the server chose', () => {
  it('refuses steps that say another order', async () => {
    const honest = await attempt('hopper', ['open-mouth', 'turn-left']);
    expect(await checker.check({ ...honest, asked: LEFT_OPEN })).toMatchObject({ reason: 'wrong-order' });
  });

  it('refuses movements in another order than the steps say', async () => {
    const instead = {
      'turn-left': await shotsOf('hopper/open-mouth'),
      'open-mouth': await shotsOf('hopper/turn-left'),
    };
    expect(await checker.check(await attempt('hopper', LEFT_OPEN, instead))).toMatchObject({
      reason: 'wrong-order',
    });
  });

  it('refuses all movements in every step, of which the right one might be picked', async () => {
    const all = [...(await shotsOf('hopper/turn-left')), ...(await shotsOf('hopper/open-mouth'))];
    const instead = { 'turn-left': all, 'open-mouth': all };
    expect(await checker.check(await attempt('hopper', LEFT_OPEN, instead))).toMatchObject({
      reason: 'wrong-order',
    });
  });

  it.each(POSED)('tells the own left of %s from the right', async (person) => {
    const instead = { 'turn-left': await shotsOf(`${person}/turn-right`) };
    expect(await checker.check(await attempt(person, LEFT_OPEN, instead))).toMatchObject({
      reason: 'wrong-order',
    });
  });

  it('refuses a mirrored camera, whose left is the right', async () => {
    const instead = { 'turn-left': await altered('hopper/turn-left', (image) => image.flop()) };
    expect(await checker.check(await attempt('hopper', LEFT_OPEN, instead))).toMatchObject({
      reason: 'wrong-order',
    });
  });

  it('names the movement that was not made', async () => {
    const instead = { 'open-mouth': await shotsOf('hopper/front') };
    expect(await checker.check(await attempt('hopper', LEFT_OPEN, instead))).toMatchObject({
      reason: 'challenge-missed',
      missed: 'open-mouth',
    });
  });

  it('does not take a smile that shows teeth for an open mouth', async () => {
    const instead = { 'open-mouth': await shotsOf('collins/front') };
    expect(await checker.check(await attempt('collins', LEFT_OPEN, instead))).toMatchObject({
      reason: 'challenge-missed',
      missed: 'open-mouth',
    });
  });

  it('refuses more pictures than agreed, and fewer', async () => {
    const many = await shots(await photo('hopper/front'), 9);
    expect(await checker.check(await attempt('hopper', LEFT_OPEN, { front: many }))).toMatchObject({
      reason: 'too-many-frames',
    });
    const one = many.slice(0, 1);
    expect(await checker.check(await attempt('hopper', LEFT_OPEN, { front: one }))).toMatchObject({
      reason: 'too-few-frames',
    });
    const honest = await attempt('hopper', LEFT_OPEN);
    expect(await checker.check({ ...honest, frames: honest.frames.slice(0, 2) })).toMatchObject({
      reason: 'too-few-frames',
    });
  });
});

describe('pictures that cannot be judged', () => {
  const frontReason = async (front: readonly Buffer[]) => {
    const verdict = await checker.check(await attempt('hopper', LEFT_OPEN, { front }));
    return verdict.outcome === 'unusable' ? verdict.reason : verdict.outcome;
  };
  const front = (change: (image: Sharp) => Sharp) => altered('hopper/front', change);

  it('names a rear camera, which sees nobody', async () => {
    expect(await frontReason(await shotsOf('desk'))).toBe('no-face');
  });

  it('names a second person beside the candidate', async () => {
    const beside = await sharp(await photo('pyfeat/front'))
      .extract({ left: 150, top: 0, width: 320, height: 480 })
      .toBuffer();
    expect(
      await frontReason(await front((image) => image.composite([{ input: beside, left: 380, top: 0 }]))),
    ).toBe('two-faces');
  });

  it('names a second person who looks in later', async () => {
    const beside = await sharp(await photo('pyfeat/front'))
      .extract({ left: 150, top: 0, width: 320, height: 480 })
      .toBuffer();
    const two = await sharp(await photo('hopper/turn-left'))
      .composite([{ input: beside, left: 380, top: 0 }])
      .jpeg()
      .toBuffer();
    const images = [...(await shotsOf('hopper/turn-left')), two];
    const verdict = await checker.check(await attempt('hopper', LEFT_OPEN, { 'turn-left': images }));
    expect(verdict).toMatchObject({ reason: 'two-faces', evidence: { decidedAt: { step: 1, frame: 3 } } });
  });

  it('does not mind a small picture of a face on the wall', async () => {
    const poster = await sharp(await photo('pyfeat/registered'))
      .resize(70)
      .toBuffer();
    const images = await front((image) => image.composite([{ input: poster, left: 540, top: 20 }]));
    expect(await frontReason(images)).toBe('pass');
  });

  it.each([
    ['too-dark', 'a dark room', (image: Sharp) => image.linear(0.12, 0)],
    ['too-dark', 'black pictures', (image: Sharp) => image.linear(0, 2)],
    ['too-bright', 'a face in glaring light', (image: Sharp) => image.linear(3, 30)],
    ['blurred', 'a camera out of focus', (image: Sharp) => image.blur(7)],
    [
      'too-far',
      'somebody across the room',
      (image: Sharp) =>
        image.resize(192, 144).extend({ top: 168, bottom: 168, left: 224, right: 224, background: '#99a' }),
    ],
    [
      'cut-off',
      'a face half out of the picture',
      (image: Sharp) =>
        image
          .extract({ left: 0, top: 0, width: 372, height: 480 })
          .resize(640, 480, { fit: 'contain', position: 'right' }),
    ],
  ] as const)('names %s: %s', async (reason, _story, change) => {
    expect(await frontReason(await front(change))).toBe(reason);
  });

  it('names a head turned away where it has to look ahead', async () => {
    expect(await frontReason(await shotsOf('hopper/turn-left'))).toBe('turned-away');
  });

  it('names what spoils a step when most of its pictures are spoilt', async () => {
    const dark = await altered('hopper/open-mouth', (image) => image.linear(0.1, 0));
    expect(await checker.check(await attempt('hopper', LEFT_OPEN, { 'open-mouth': dark }))).toMatchObject({
      reason: 'too-dark',
    });
  });

  it('names pictures that are none', async () => {
    const junk = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>');
    expect(await frontReason([junk, junk])).toBe('undecodable');
  });
});

describe('the comparison', () => {
  it.each(POSED)('finds no match between %s and any other registered photo', async (person) => {
    const input = await attempt(person, ['open-mouth']);
    const others = [...POSED, 'luispedro'].filter((name) => name !== person);
    const verdicts = await Promise.all(
      others.map(async (other) =>
        checker.check({ ...input, registered: await photo(`${other}/registered`) }),
      ),
    );
    for (const { outcome, evidence } of verdicts) {
      expect(outcome).toBe('no-match');
      expect(evidence.toRegistered).toBeGreaterThan(0.62);
    }
  });

  it('leaves it to a person when the registered photo shows nobody', async () => {
    const verdict = await checker.check({
      ...(await attempt('hopper', LEFT_OPEN)),
      registered: await photo('desk'),
    });
    expect(verdict).toMatchObject({
      outcome: 'review',
      reason: 'registered-photo-unusable',
      evidence: { toRegistered: null },
    });
  });

  it('leaves it to a person when a poor registered photo does not match', async () => {
    const poor = await sharp(await photo('collins/registered'))
      .blur(14)
      .jpeg()
      .toBuffer();
    const verdict = await checker.check({ ...(await attempt('hopper', LEFT_OPEN)), registered: poor });
    expect(verdict).toMatchObject({ outcome: 'review', reason: 'registered-photo-unusable' });
  });
});

describe('a photo for the roster', () => {
  it('is usable with one face that looks ahead', async () => {
    expect(await checker.inspectPhoto(await photo('hopper/registered'))).toMatchObject({
      usable: true,
      width: 480,
      height: 640,
    });
  });

  it.each([
    ['no-face', () => photo('desk')],
    ['undecodable', () => Promise.resolve(Buffer.from('not a photo'))],
    [
      'too-far',
      async () =>
        sharp(await photo('hopper/registered'))
          .resize(90)
          .jpeg()
          .toBuffer(),
    ],
    [
      'blurred',
      async () =>
        sharp(await photo('hopper/registered'))
          .blur(14)
          .jpeg()
          .toBuffer(),
    ],
  ] as const)('is refused as %s', async (reason, make) => {
    expect(await checker.inspectPhoto(await make())).toEqual({ usable: false, reason });
  });
});
