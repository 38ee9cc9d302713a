import { answerTo, forgetOthers, keepShell, type Shell, type Surroundings } from './answers';

const ORIGIN = 'https://hall.test';
const shell: Shell = {
  version: 'two',
  files: ['/assets/index-2.js', '/assets/app-2.css'],
  entry: '/assets/index-2.js',
};
const pageOf = (entry: string) => `<html><head></head><body><script src="${entry}"></script></body></html>`;

/** What a browser keeps, in memory. */
function newCaches() {
  const all = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const held = all.get(name) ?? new Map<string, Response>();
    all.set(name, held);
    const put = (url: string, response: Response) => Promise.resolve(void held.set(url, response));
    const match = (url: string) => Promise.resolve(held.get(url)?.clone());
    return Promise.resolve({ put, match } as unknown as Cache);
  };
  const keys = () => Promise.resolve([...all.keys()]);
  const forget = (name: string) => Promise.resolve(all.delete(name));
  return { all, open, keys, delete: forget };
}

type Server = (path: string) => Response;
const gone: Server = () => {
  throw new TypeError('Failed to fetch');
};
const serving =
  (entry: string): Server =>
  (path) =>
    path.startsWith('/assets/')
      ? new Response(`code of ${path}`)
      : new Response(pageOf(entry), { headers: { 'content-type': 'text/html', 'content-encoding': 'br' } });

function surroundings(first: Server) {
  const asked: string[] = [];
  const caches = newCaches();
  const now = { server: first };
  const around: Surroundings = {
    origin: ORIGIN,
    caches,
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      return new Promise((resolve) => resolve(now.server(pathname)));
    },
  };
  return { around, asked, caches, become: (server: Server) => void (now.server = server) };
}

function request(path: string, init: RequestInit & { navigates?: boolean } = {}): Request {
  const { navigates = false, ...rest } = init;
  const made = new Request(new URL(path, ORIGIN), rest);
  if (navigates) Object.defineProperty(made, 'mode', { value: 'navigate' });
  return made;
}
const visit = (path: string) => request(path, { navigates: true });

describe('the shell of a build', () => {
  it('is kept whole: the page and its files, and nothing else', async () => {
    const { around, caches } = surroundings(serving(shell.entry));
    await keepShell(shell, around);
    expect([...(caches.all.get('examhall-shell-two')?.keys() ?? [])].toSorted()).toEqual(
      ['/', ...shell.files].map((path) => new URL(path, ORIGIN).href).toSorted(),
    );
  });

  it('is not kept at all where a file fails or the page is another build already', async () => {
    const missing = surroundings((path) =>
      path.endsWith('.css') ? new Response('', { status: 404 }) : serving(shell.entry)(path),
    );
    await expect(keepShell(shell, missing.around)).rejects.toThrow('/assets/app-2.css answers 404');
    const newer = surroundings(serving('/assets/index-3.js'));
    await expect(keepShell(shell, newer.around)).rejects.toThrow('another build');
    expect([...missing.caches.all.keys(), ...newer.caches.all.keys()]).toEqual([]);
  });

  it('takes the place of older ones, and of nobody else’s', async () => {
    const { around, caches } = surroundings(serving(shell.entry));
    for (const name of ['examhall-shell-one', 'examhall-shell-two', 'somebody-else']) await caches.open(name);
    await forgetOthers(shell, around);
    expect([...caches.all.keys()]).toEqual(['examhall-shell-two', 'somebody-else']);
  });
});

describe('a page', () => {
  it('comes from the server wherever it answers, also when it is of a newer build', async () => {
    const { around, become } = surroundings(serving(shell.entry));
    await keepShell(shell, around);
    become(serving('/assets/index-3.js'));
    expect(await (await answerTo(visit('/'), shell, around))?.text()).toBe(pageOf('/assets/index-3.js'));
    become(() => new Response('signed out', { status: 403 }));
    expect((await answerTo(visit('/'), shell, around))?.status).toBe(403);
  });

  it.each<[string, Server]>([
    ['nobody answers', gone],
    ['only the door answers', () => new Response('no server', { status: 503 })],
  ])('comes from this device when %s, and says so', async (_, server) => {
    const { around, become } = surroundings(serving(shell.entry));
    await keepShell(shell, around);
    become(server);
    for (const path of ['/', '/?exam=A', '/link/secret', '/pair']) {
      const answer = await answerTo(visit(path), shell, around);
      expect(answer?.headers.get('content-encoding')).toBeNull();
      expect(answer?.headers.get('content-type')).toBe('text/html');
      expect(await answer?.text()).toBe(
        pageOf(shell.entry).replace('<head>', '<head><meta name="without-server" content="1" />'),
      );
    }
  });

  it('comes from this device when the server swallows everything', async () => {
    jest.useFakeTimers();
    const { around } = surroundings(serving(shell.entry));
    await keepShell(shell, around);
    const silent = { ...around, fetch: () => new Promise<Response>(() => undefined) };
    const answer = answerTo(visit('/'), shell, silent);
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    expect(await (await answer)?.text()).toContain('without-server');
  });

  it('fails as it would without us where nothing was kept', async () => {
    const { around } = surroundings(gone);
    expect((await answerTo(visit('/'), shell, around))?.type).toBe('error');
    const door = surroundings(() => new Response('no server', { status: 503 }));
    expect((await answerTo(visit('/'), shell, door.around))?.status).toBe(503);
  });
});

describe('what is not the shell', () => {
  it.each([
    ['an answer of the API', request('/api/me')],
    ['a visit to the API', visit('/api/takes/1/media')],
    ['the pages of staff', visit('/staff')],
    ['a file of another page', request('/assets/PdfPages-2.js')],
    ['a command', request('/', { method: 'POST' })],
    ['another origin', new Request('https://meet.test/assets/index-2.js')],
  ])('is left to the browser: %s', (_, asked) => {
    expect(answerTo(asked, shell, surroundings(gone).around)).toBeNull();
  });

  it('is asked of the server where a file of the shell is not there any more', async () => {
    const { around, asked } = surroundings(serving(shell.entry));
    const answer = await answerTo(request('/assets/index-2.js'), shell, around);
    expect(await answer?.text()).toBe('code of /assets/index-2.js');
    expect(asked).toEqual(['/assets/index-2.js']);
  });
});
