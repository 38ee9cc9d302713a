export type AppName = 'candidate' | 'staff' | 'admin';

/** The app that owns an address. Everything that is not staff's or admin's belongs to the candidate. */
export function chooseApp(pathname: string): AppName {
  const [first] = pathname.split('/').filter(Boolean);
  return first === 'staff' || first === 'admin' ? first : 'candidate';
}
