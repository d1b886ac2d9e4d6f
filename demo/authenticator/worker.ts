/** Opens the app without a connection: keeps its shell, and nothing that anybody said or signed. */

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

// The compiler knows the names of a page here, not those of a worker.
const worker = globalThis as unknown as Worker;

const cacheName = 'nagisa-pass-1';
const shell = ['', 'main.js', 'authenticator.css', 'icon.svg', 'manifest.webmanifest'].map(
  (file) => `/authenticator/${file}`,
);
/** Their names say what is in them, so what is kept is never old. */
const hashed = /^\/(chunks|fonts)\//;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)));
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOthers(), worker.clients.claim()]));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (hashed.test(pathname)) event.respondWith(keptOrFetched(request));
  else if (shell.includes(pathname)) event.respondWith(fetchedOrKept(request));
});

async function dropOthers(): Promise<void> {
  const others = (await caches.keys()).filter((each) => each.startsWith('nagisa-pass-') && each !== cacheName);
  await Promise.all(others.map((each) => caches.delete(each)));
}

async function keptOrFetched(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetchAndKeep(request);
}

async function fetchedOrKept(request: Request): Promise<Response> {
  try {
    return await fetchAndKeep(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function fetchAndKeep(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok) await (await caches.open(cacheName)).put(request, response.clone());
  return response;
}

// A module to the compiler, so that its names are its own; nothing of it is left in the built file.
export {};
