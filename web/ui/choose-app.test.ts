import { chooseApp } from './choose-app';

describe('the app of an address', () => {
  it.each(['/', '/c', '/c/home', '/pair/K7Q2', '/link/abc', '/staffroom'])(
    'gives %s to the candidate',
    (path) => expect(chooseApp(path)).toBe('candidate'),
  );
  it.each(['/staff', '/staff/', '/staff/rooms/3'])('gives %s to the staff', (path) =>
    expect(chooseApp(path)).toBe('staff'),
  );
  it('gives /admin and below to the administrators', () => {
    expect(chooseApp('/admin')).toBe('admin');
    expect(chooseApp('/admin/flows')).toBe('admin');
  });
});
