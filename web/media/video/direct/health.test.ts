import { LOST_AFTER_MS, peerState, remedyFor, WEAK_AFTER_MS, type Ailment, type LinkFacts } from './health';

const flowing: LinkFacts = {
  connection: 'connected',
  expecting: true,
  ageMs: 60_000,
  silentMs: 0,
  loss: 0,
  everConnected: true,
};

describe('the state of a peer', () => {
  it('is live while his picture flows', () => expect(peerState(flowing)).toBe('live'));
  it('is connecting until it flows for the first time, but not for ever', () => {
    const fresh = { ...flowing, connection: 'connecting', everConnected: false, ageMs: 2_000 } as const;
    expect(peerState(fresh)).toBe('connecting');
    expect(peerState({ ...fresh, ageMs: LOST_AFTER_MS })).toBe('lost');
  });
  it('is weak after 5 s without anything and lost after 15', () => {
    expect(peerState({ ...flowing, silentMs: WEAK_AFTER_MS - 1 })).toBe('live');
    expect(peerState({ ...flowing, silentMs: WEAK_AFTER_MS })).toBe('weak');
    expect(peerState({ ...flowing, silentMs: LOST_AFTER_MS })).toBe('lost');
  });
  it('is weak when many packets are lost', () => expect(peerState({ ...flowing, loss: 0.2 })).toBe('weak'));
  it('is weak at once when the way breaks', () =>
    expect(peerState({ ...flowing, connection: 'disconnected', silentMs: 900 })).toBe('weak'));
  it('is live though silent where he sends nothing', () =>
    expect(peerState({ ...flowing, expecting: false, silentMs: 90_000 })).toBe('live'));
});

describe('what is done for a broken link', () => {
  const down: Ailment = { connection: 'failed', downMs: 1_000, sinceRestartMs: null, unansweredMs: 0 };
  it('is to look for new ways as soon as it failed', () => expect(remedyFor(down)).toBe('restart-ice'));
  it('is to wait a little for one that may come back', () => {
    expect(remedyFor({ ...down, connection: 'disconnected' })).toBe('none');
    expect(remedyFor({ ...down, connection: 'disconnected', downMs: 4_000 })).toBe('restart-ice');
  });
  it('is not to restart again while a restart is under way', () =>
    expect(remedyFor({ ...down, sinceRestartMs: 3_000 })).toBe('none'));
  it('is to make it anew when it stays down', () =>
    expect(remedyFor({ ...down, downMs: 20_000, sinceRestartMs: 9_000 })).toBe('rebuild'));
  it('is to make it anew when an offer is never answered', () =>
    expect(remedyFor({ ...down, connection: 'new', downMs: 0, unansweredMs: 20_000 })).toBe('rebuild'));
  it('is nothing for a link that works', () =>
    expect(remedyFor({ ...down, connection: 'connected', downMs: 0 })).toBe('none'));
});
