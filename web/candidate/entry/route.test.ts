import { routeOf } from './route';

describe('the page of an address', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/anything/else', { page: 'home' }],
    ['/link/abc%2Fd', { page: 'link', token: 'abc/d' }],
    ['/link', { page: 'home' }],
    ['/pair', { page: 'pair', token: null }],
    ['/pair/xyz', { page: 'pair', token: 'xyz' }],
  ])('%s', (path, route) => expect(routeOf(path)).toEqual(route));
});
