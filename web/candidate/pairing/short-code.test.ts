import { codeOf, groupedCode, typedAddress } from './short-code';

describe('the short code', () => {
  it('is shown in two groups', () => expect(groupedCode('482913')).toBe('482 913'));
  it.each([
    ['482913', '482913'],
    [' 482 913 ', '482913'],
    ['４８２９１３', '482913'],
    ['48291', null],
    ['', null],
  ])('typed as "%s" is %s', (typed, code) => expect(codeOf(typed)).toBe(code));
  it('has an address that can be typed', () =>
    expect(typedAddress('https://192.168.1.5:8443/pair/abc')).toBe('192.168.1.5:8443/pair'));
});
