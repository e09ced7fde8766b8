// The app without a connection: its own files from the device first, everything else from the network. Nothing that a
// person wrote or read passes through here: requests to the API are left alone.
/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: the files of this version, its name, and the first parts of its addresses. */
declare const WIJKBEELD_FILES: readonly string[];
declare const WIJKBEELD_VERSION: string;
declare const WIJKBEELD_PAGES: readonly string[];

const shell = `wijkbeeld-${WIJKBEELD_VERSION}`;
const page = '/index.html';
/** Of this server, not of this version: asked anew each time, the last answer when there is none. */
const settings: readonly string[] = ['/theme.css', '/app-settings.json'];

/** Public lists that a page asks for later: the last one at once, renewed for the next time. Of no version of the app. */
const lists: readonly string[] = ['/search/catalogue.json'];
const listCache = 'wijkbeeld-lists';

self.addEventListener('install', (event) => {
  // Past the cache of the browser: an old page with new scripts would not start.
  const files = [...WIJKBEELD_FILES, ...settings].map(
    (file) => new Request(file, { cache: 'reload' }),
  );
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(files)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name !== shell && name !== listCache)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'RENEW') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (WIJKBEELD_PAGES.includes(pathname.split('/')[1] ?? '')) event.respondWith(kept(page));
  } else if (settings.includes(pathname)) {
    event.respondWith(freshOrKept(request));
  } else if (lists.includes(pathname)) {
    const renewed = renew(request);
    event.waitUntil(renewed.catch(() => undefined));
    event.respondWith(lastOr(request, renewed));
  } else if (WIJKBEELD_FILES.includes(pathname)) {
    event.respondWith(kept(pathname));
  }
});

const kept = async (file: string): Promise<Response> =>
  (await (await caches.open(shell)).match(file)) ?? fetch(file);

async function renew(request: Request): Promise<Response> {
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(listCache)).put(request.url, fresh.clone());
  return fresh;
}

const lastOr = async (request: Request, renewed: Promise<Response>): Promise<Response> =>
  (await (await caches.open(listCache)).match(request)) ?? renewed;

async function freshOrKept(request: Request): Promise<Response> {
  const cache = await caches.open(shell);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request.url, fresh.clone());
    return fresh;
  } catch (failure) {
    const last = await cache.match(request.url);
    if (!last) throw failure;
    return last;
  }
}
