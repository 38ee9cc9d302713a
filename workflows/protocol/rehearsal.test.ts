import { reasonsAgainst, rehearsalReasons, UPLINK_NEEDED_KBPS, type RehearsalFacts } from './rehearsal';

const device = { camera: 'live', microphone: 'live', bell: true };
const report = { lacks: [], device, loudest: 0.4 };
const fine: RehearsalFacts = {
  ...{ first: report, second: report, needsSecond: true, blocking: ['no-recorder'] },
  takes: [
    { position: 1, uplinkKbps: 5_000 },
    { position: 2, uplinkKbps: 4_000 },
  ],
  ...{ heardBell: true, sawHimself: true, reachedRoom: true },
};
const against = (given: Partial<RehearsalFacts>) => reasonsAgainst({ ...fine, ...given });
const first = (given: Partial<typeof device>) => ({ first: { ...report, device: { ...device, ...given } } });

describe('a rehearsal', () => {
  it('passes when both devices were seen, heard, recorded and received', () =>
    expect(reasonsAgainst(fine)).toEqual([]));

  it.each<[string, Partial<RehearsalFacts>, readonly string[]]>([
    ['a browser without a recorder', { first: { ...report, lacks: ['no-recorder'] } }, ['browser']],
    ['a camera that was denied', first({ camera: 'denied' }), ['camera']],
    ['a microphone that was denied', first({ microphone: 'denied' }), ['microphone']],
    ['a microphone that hears nothing', first({ microphone: 'silent' }), ['microphone-silent']],
    [
      'a microphone that heard next to nothing',
      { first: { ...report, loudest: 0.001 } },
      ['microphone-silent'],
    ],
    ['a bell that was not heard', { heardBell: false }, ['bell']],
    ['a second device that never came', { second: null }, ['second-device']],
    [
      'a second take that did not arrive',
      { takes: [{ position: 1, uplinkKbps: 900 }] },
      ['second-recording'],
    ],
    ['no take at all', { takes: [] }, ['recording', 'second-recording']],
    ['a playback that he did not see', { sawHimself: false }, ['playback']],
    ['breaking off', { reachedRoom: false }, ['unfinished']],
  ])('fails with %s', (_, given, reasons) => expect([...against(given)].sort()).toEqual(reasons));

  it('needs the uplink that both cameras need, and not more', () => {
    const at = (uplinkKbps: number) =>
      against({ takes: fine.takes.map((take) => ({ ...take, uplinkKbps })) });
    expect(at(UPLINK_NEEDED_KBPS)).toEqual([]);
    expect(at(UPLINK_NEEDED_KBPS - 1)).toEqual(['uplink']);
  });

  it('asks for no second camera where the exam needs none', () =>
    expect(against({ needsSecond: false, second: null, takes: fine.takes.slice(0, 1) })).toEqual([]));

  it('tells reasons in one order', () => {
    const all = against({ first: null, second: null, takes: [], heardBell: false, reachedRoom: false });
    expect(all).toEqual(rehearsalReasons.filter((reason) => all.includes(reason)));
  });

  it('passes over what is no hindrance to an exam', () =>
    expect(against({ first: { ...report, lacks: ['no-wake-lock'] } })).toEqual([]));
});
