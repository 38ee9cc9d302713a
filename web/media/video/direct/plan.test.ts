import { plan, sendsOf, type Leg, type PlanPeer } from './plan';

const first: PlanPeer = { peerId: 'c1', role: 'candidate', position: 1 };
const second: PlanPeer = { peerId: 'c2', role: 'candidate', position: 2 };
const staff = (peerId: string, role: PlanPeer['role'] = 'examiner'): PlanPeer => ({
  peerId,
  role,
  position: null,
});
const examiners = ['e1', 'e2', 'e3', 'e4', 'e5'].map((id) => staff(id));
const room = [first, second, ...examiners];

const from = (legs: readonly Leg[], id: string): readonly Leg[] => legs.filter((leg) => leg.from === id);
const watchersOf = (legs: readonly Leg[], id: string, camera: Leg['camera']): string[] =>
  from(legs, id)
    .filter((leg) => leg.camera === camera && leg.to.startsWith('e'))
    .map((leg) => leg.to);

describe('five examiners and two devices', () => {
  const legs = plan(room);
  it('three examiners get both cameras', () =>
    expect(watchersOf(legs, 'c2', 'live')).toEqual(['e1', 'e2', 'e3']));
  it('the other two get camera 1 with sound, and camera 2 as stills', () => {
    expect(watchersOf(legs, 'c1', 'live')).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    expect(watchersOf(legs, 'c2', 'stills')).toEqual(['e4', 'e5']);
  });
  it('all examiners hear the candidate', () =>
    expect(from(legs, 'c1').filter((leg) => leg.sound)).toHaveLength(5));
  it('the second camera sends no sound to anybody', () =>
    expect(from(legs, 'c2').some((leg) => leg.sound)).toBe(false));
  it('nothing is sent to the second camera', () => expect(legs.filter((leg) => leg.to === 'c2')).toEqual([]));
  it('the candidate sees and hears every examiner', () =>
    expect(legs.filter((leg) => leg.to === 'c1' && leg.sound).map((leg) => leg.from)).toEqual([
      'e1',
      'e2',
      'e3',
      'e4',
      'e5',
    ]));
  it('the candidate sees his own second picture', () =>
    expect(sendsOf(second, first, room)).toEqual({ camera: 'live', sound: false }));
  it('examiners see and hear each other', () =>
    expect(sendsOf(examiners[0]!, examiners[4]!, room)).toEqual({ camera: 'live', sound: true }));
});

describe('more watchers than a candidate can feed', () => {
  const many = [first, second, ...Array.from({ length: 9 }, (_, at) => staff(`e${at}`))];
  const legs = plan(many);
  it('the seventh and later see stills of both cameras and still hear', () => {
    expect(watchersOf(legs, 'c1', 'stills')).toEqual(['e6', 'e7', 'e8']);
    expect(sendsOf(first, many[10]!, many)).toEqual({ camera: 'stills', sound: true });
  });
  it('examiners come before those who look on', () => {
    const mixed = [first, second, staff('a1', 'inspector'), staff('a2', 'support'), ...examiners.slice(0, 3)];
    expect(sendsOf(second, mixed[2]!, mixed).camera).toBe('stills');
    expect(watchersOf(plan(mixed), 'c2', 'live')).toEqual(['e1', 'e2', 'e3']);
  });
  it('whoever has a live picture keeps it when a colleague comes later', () => {
    const three = [first, second, staff('01A'), staff('01B'), staff('01C')];
    const four = [...three, staff('01D')];
    for (const watcher of three.slice(2)) {
      expect(sendsOf(second, watcher, four)).toEqual(sendsOf(second, watcher, three));
    }
  });
});

describe('an officer who talks to the second camera', () => {
  const officer = staff('o1', 'waiting-officer');
  const other = staff('o2', 'waiting-officer');
  const peers = [first, second, officer, other];
  const talks = [{ from: 'o1', to: 'c2' }];
  it('is heard by it and hears it', () => {
    expect(sendsOf(officer, second, peers, talks)).toEqual({ camera: 'none', sound: true });
    expect(sendsOf(second, officer, peers, talks).sound).toBe(true);
  });
  it('is the only one', () => {
    expect(sendsOf(second, other, peers, talks).sound).toBe(false);
    expect(sendsOf(other, second, peers, talks).sound).toBe(false);
  });
});

describe('who only looks', () => {
  it.each(['inspector', 'admin'] as const)('an %s is neither seen nor heard', (role) => {
    const peers = [first, staff('x', role), staff('e1')];
    expect(from(plan(peers), 'x')).toEqual([]);
    expect(sendsOf(first, peers[1]!, peers).camera).toBe('live');
  });
});
