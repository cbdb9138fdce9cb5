/*
 * The service worker: keeps the two pages where people check, the files they need and the pack, so
 * that they work without a connection. It listens to no message, so a page cannot tell it anything,
 * and it asks for addresses of its own plan only: never for one that a page made up.
 */

const PREFIX = "afspraak-check-";
const NAME = PREFIX + VERSION;
const PAGES = new Set(PLAN.pages);
const FILES = new Set(PLAN.files);
const PAGE_SECONDS = 3;

self.addEventListener("install", (event) => {
  event.waitUntil(gather());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin || event.request.method !== "GET") return;
  if (event.request.mode === "navigate") {
    if (PAGES.has(url.pathname)) event.respondWith(page(url.pathname, event));
  } else if (FILES.has(url.pathname) && !url.search) {
    event.respondWith(file(url.pathname));
  } else if (url.search) {
    // A script could be asked for with a text behind its address. No page here needs that.
    event.respondWith(unlessPrivate(event));
  }
});

async function gather() {
  const cache = await caches.open(NAME);
  await Promise.all(PLAN.files.map(async (path) => cache.put(path, await whole(path))));
  // A page of somebody who is not signed in is a way to the sign-in: that is not kept.
  await Promise.all(PLAN.pages.map((path) => fresh(path, cache)));
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page from the server, or the kept one when that does not answer in time. */
async function page(path, event) {
  const cache = await caches.open(NAME);
  const answer = fresh(path, cache);
  event.waitUntil(answer.catch(() => {}));
  const kept = await cache.match(path, { ignoreVary: true });
  if (!kept) return answer;
  const late = new Promise((resolve) => setTimeout(resolve, 1000 * PAGE_SECONDS));
  const first = await Promise.race([answer.catch(() => {}), late]);
  return first && first.status < 500 ? first : kept;
}

async function fresh(path, cache) {
  const answer = await fetch(path, { redirect: "manual", cache: "no-store" });
  if (answer.ok) await cache.put(path, answer.clone());
  return answer;
}

async function file(path) {
  const cache = await caches.open(NAME);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(path);
}

async function whole(path) {
  const answer = await fetch(path, { cache: "no-cache" });
  // Somebody who is not signed in gets the sign-in page in its place.
  if (!answer.ok || answer.redirected) throw new Error(path);
  return answer;
}

async function unlessPrivate(event) {
  const client = await self.clients.get(event.clientId);
  if (client && PAGES.has(new URL(client.url).pathname)) return Response.error();
  return fetch(event.request);
}
