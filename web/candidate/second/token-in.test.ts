import { tokenIn } from './token-in';

const ours = 'https://hall.example:8443';

describe('a scanned code', () => {
  it.each([
    ['https://hall.example:8443/pair/Zk3q', 'Zk3q'],
    ['https://hall.example:8443/pair', null],
    ['https://hall.example:8443/link/Zk3q', null],
    ['https://elsewhere.example/pair/Zk3q', null],
    ['WIFI:T:WPA;S:home;;', null],
    ['482913', null],
  ])('%s', (text, token) => expect(tokenIn(text, ours)).toBe(token));
});
