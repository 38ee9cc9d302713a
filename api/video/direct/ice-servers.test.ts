import { createHmac } from 'node:crypto';
import { iceServersFor } from './ice-servers';

const NOW = 1_764_000_000_000;
const config = { stunUrls: ['stun:stun.example'], turnUrls: ['turn:turn.example'], turnSecret: 'shared' };

describe('ICE servers', () => {
  it('carry TURN credentials that coturn can check and that run out', () => {
    const [stun, turn] = iceServersFor(config, 'peer-1', NOW);
    expect(stun).toEqual({ urls: ['stun:stun.example'] });
    if (!turn || !('username' in turn)) throw new Error('no TURN server');
    const [expiry, id] = turn.username.split(':');
    expect(Number(expiry)).toBe(NOW / 1_000 + 4 * 3_600);
    expect(id).toBe('peer-1');
    expect(turn.credential).toBe(createHmac('sha1', 'shared').update(turn.username).digest('base64'));
  });

  it('leave TURN out where there is none or no secret for it, and everything where nothing is configured', () => {
    expect(iceServersFor({ ...config, turnSecret: null }, 'p', NOW)).toHaveLength(1);
    expect(iceServersFor({ ...config, turnUrls: [] }, 'p', NOW)).toHaveLength(1);
    expect(iceServersFor({ stunUrls: [], turnUrls: [], turnSecret: null }, 'p', NOW)).toEqual([]);
  });
});
