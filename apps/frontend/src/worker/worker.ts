/// <reference lib="webworker" />

// The service worker: makes the app open without a network. It is one file without imports,
// because what the assembly makes of it (see assembly/worker.ts) is served as it is.

const worker = self as unknown as ServiceWorkerGlobalScope;

/** Scripts and styles of this build; the assembly writes them in here. */
const assets: string[] = JSON.parse('[]') as string[];
/** Names this build; the assembly writes a hash of the assets in here. */
const version = 'none';

const shell = `shell-${version}`;
const documents = 'documents';
const isAsset = (path: string) => path.startsWith('/_next/static/') || path.startsWith('/icons/');
const isOfApp = (path: string) => path === '/app' || path.startsWith('/app/');

async function install(): Promise<void> {
  const cache = await caches.open(shell);
  // One by one: a file that cannot be had is fetched when it is needed.
  await Promise.allSettled(assets.map((path) => cache.add(path)));
  await worker.skipWaiting();
}

/** Keeps this build and the one before, whose pages may still be open. */
async function activate(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith('shell-'));
  const older = shells.filter((name) => name !== shell).slice(0, -1);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function asset(request: Request): Promise<Response> {
  // Its name changes with its content, so one that is kept is never old.
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(shell)).put(request, response.clone());
  return response;
}

const withoutQuery = (url: string) => url.split(/[?#]/, 1).join('');

/** Keeps a page of the app; one that leads elsewhere, such as to the login, is not the app's. */
async function keep(url: string, response: Response): Promise<void> {
  const path = new URL(response.url || url).pathname;
  if (!response.ok || response.redirected || !isOfApp(path)) return;
  await (await caches.open(documents)).put(withoutQuery(url), response);
}

/** The page as it was last seen, or else the app's first one, which leads to all others. */
async function keptDocument(url: string): Promise<Response | undefined> {
  if (!isOfApp(new URL(url).pathname)) return undefined;
  const cache = await caches.open(documents);
  return (await cache.match(withoutQuery(url))) ?? (await cache.match(new URL('/app', url)));
}

/** Pages come from the network; a kept one stands in while that is away. */
async function page(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.status < 500) return response;
    return (await keptDocument(request.url)) ?? response;
  } catch (fault) {
    const kept = await keptDocument(request.url);
    if (kept) return kept;
    throw fault;
  }
}

/** Fetches pages and files for later, as the page asks that knows which it needs. */
async function prepare({ pages, files }: { pages: string[]; files: string[] }): Promise<void> {
  const requests = files
    .filter((url) => isAsset(new URL(url).pathname))
    .map((url) => new Request(url));
  await Promise.allSettled([
    ...requests.map(asset),
    ...pages.map(async (path) => {
      const url = new URL(path, worker.location.origin).href;
      await keep(url, await fetch(url, { credentials: 'same-origin' }));
    }),
  ]);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    // Whoever comes to the login has no session: what was kept belonged to somebody.
    if (url.pathname === '/login') event.waitUntil(caches.delete(documents));
    event.respondWith(page(request));
  } else if (isAsset(url.pathname)) {
    event.respondWith(asset(request));
  }
});

worker.addEventListener('message', (event) => {
  const wish = event.data as { type?: string; pages: string[]; files: string[] };
  if (wish.type === 'prepare') event.waitUntil(prepare(wish));
});
