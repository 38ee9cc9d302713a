/** What one build keeps for the time when its server is gone. */
export interface Shell {
  /** Changes with every build. */
  readonly version: string;
  /** Paths of the code, words and styles that the first page needs; their names carry digests of their content. */
  readonly files: readonly string[];
  /** The one that the page itself must name: otherwise the page is another build's. */
  readonly entry: string;
}

/** The part of the browser that is needed here, so that tests can be it. */
export interface Surroundings {
  readonly origin: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
}

const PREFIX = 'examhall-shell-';
const PAGE = '/';
/** A line that swallows everything looks like this; the page is a kilobyte. */
const PATIENCE_MS = 10_000;
const GONE: readonly number[] = [502, 503, 504];
const PAGES = /^\/$|^\/(?:link|pair)(?:\/|$)/;

/** Read by the page (`without-server.ts`): it was opened from here. */
const MARK = '<meta name="without-server" content="1" />';

const nameOf = ({ version }: Shell): string => `${PREFIX}${version}`;

/**
 * Keeps the shell of this build, whole or not at all.
 * @throws Error where the server has another build already: the next visit brings that build's own worker
 */
export async function keepShell(shell: Shell, around: Surroundings): Promise<void> {
  const { origin, fetch, caches } = around;
  const get = async (path: string, cache: RequestCache): Promise<[string, Response]> => {
    const response = await fetch(new Request(new URL(path, origin), { cache }));
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return [path, response];
  };
  const page = await get(PAGE, 'reload');
  if (!(await page[1].clone().text()).includes(shell.entry)) throw new Error('The page is of another build');
  const files = await Promise.all(shell.files.map((path) => get(path, 'default')));
  const cache = await caches.open(nameOf(shell));
  await Promise.all(
    [page, ...files].map(([path, response]) => cache.put(new URL(path, origin).href, response)),
  );
}

export async function forgetOthers(shell: Shell, { caches }: Surroundings): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== nameOf(shell));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * How a request is answered; null: not our affair, so the browser does what it always does. Pages come from the
 * server wherever it answers. Only files of the shell are ever taken from here, never an answer of the API.
 */
export function answerTo(request: Request, shell: Shell, around: Surroundings): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== around.origin) return null;
  if (request.mode === 'navigate') return PAGES.test(pathname) ? openPage(request, shell, around) : null;
  return shell.files.includes(pathname) ? fileOf(request, pathname, shell, around) : null;
}

async function kept(path: string, shell: Shell, { caches, origin }: Surroundings): Promise<Response | null> {
  const cache = await caches.open(nameOf(shell));
  return (await cache.match(new URL(path, origin).href)) ?? null;
}

async function fileOf(request: Request, path: string, shell: Shell, around: Surroundings): Promise<Response> {
  return (await kept(path, shell, around)) ?? around.fetch(request);
}

/** Null where it takes too long. */
const inTime = (asked: Promise<Response | null>): Promise<Response | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    void asked.then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });

async function openPage(request: Request, shell: Shell, around: Surroundings): Promise<Response> {
  const asked = around.fetch(request).catch(() => null);
  const answer = await inTime(asked);
  if (answer && !GONE.includes(answer.status)) return answer;
  const page = await kept(PAGE, shell, around);
  if (!page) return (await asked) ?? Response.error();
  const html = (await page.text()).replace('<head>', `<head>${MARK}`);
  const headers = new Headers(page.headers);
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  return new Response(html, { headers });
}
