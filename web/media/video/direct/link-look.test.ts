import { isStrained, lookAt } from './link-look';

const reports = [
  { type: 'inbound-rtp', kind: 'video', bytesReceived: 900, packetsReceived: 9, packetsLost: 1 },
  { type: 'inbound-rtp', kind: 'audio', bytesReceived: 100, packetsReceived: 5, packetsLost: -1 },
  { type: 'outbound-rtp', kind: 'video', bytesSent: 5, qualityLimitationReason: 'bandwidth' },
  { type: 'candidate-pair', nominated: false, state: 'succeeded', availableOutgoingBitrate: 1 },
  {
    type: 'candidate-pair',
    nominated: true,
    state: 'succeeded',
    availableOutgoingBitrate: 300_000,
    currentRoundTripTime: 0.04,
  },
  { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.02 },
  { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.05 },
];

describe('the statistics of a link', () => {
  it('are summed up by kind', () =>
    expect(lookAt(reports)).toEqual({
      videoBytes: 900,
      audioBytes: 100,
      packets: 14,
      lost: 1,
      outgoing: 300_000,
      starved: true,
      lostByThem: 0.05,
      roundTripMs: 40,
    }));
  it('are those of the pair in use, of several that are nominated', () => {
    const unmeasured = { type: 'candidate-pair', id: 'a', nominated: true, state: 'succeeded' };
    expect(lookAt([unmeasured, ...reports]).outgoing).toBe(300_000);
    const chosen = { ...unmeasured, id: 'b', availableOutgoingBitrate: 90_000 };
    const transport = { type: 'transport', selectedCandidatePairId: 'b' };
    expect(lookAt([...reports, chosen, transport]).outgoing).toBe(90_000);
  });
  it('say nothing of what the engine does not tell', () =>
    expect(lookAt([])).toMatchObject({ outgoing: null, lostByThem: null, roundTripMs: null }));
});

describe('a strained way out', () => {
  const look = lookAt(reports);
  it('is one that carries less than is to be sent', () => {
    expect(isStrained(look, 350_000)).toBe(false);
    expect(isStrained(look, 474_000)).toBe(true);
  });
  it('is not one with a low estimate that nobody has tried', () =>
    expect(isStrained({ ...look, starved: false }, 474_000)).toBe(false));
  it('is one that loses much or takes long', () => {
    expect(isStrained({ ...look, lostByThem: 0.2 }, 100_000)).toBe(true);
    expect(isStrained({ ...look, roundTripMs: 2_000 }, 100_000)).toBe(true);
  });
  it('is never one on which nothing is sent', () =>
    expect(isStrained({ ...look, lostByThem: 1 }, 0)).toBe(false));
  it('is not guessed where nothing is known', () => expect(isStrained(lookAt([]), 500_000)).toBe(false));
});
