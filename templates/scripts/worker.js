// The service worker: the whole session is kept after one visit, and a new build replaces it as a whole or not at all.
// Before this script stands what is kept, written by the build: `daysheetKept`. Nothing here asks another host.

import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { registerRoute, setCatchHandler } from "workbox-routing";

/**
 * @typedef {{url: string, revision: string, integrity: string}} File
 * @typedef {{kept: File[], later: Record<string, string>, bytes: number, pages: number}} Kept
 */

const LATER = "daysheet-later";
const worker = /** @type {any} */ (globalThis);
const kept = /** @type {Kept} */ (worker.daysheetKept);
const root = /** @type {string} */ (worker.registration.scope);

// Every query is left aside: `?now=` asks for a time, not for another page.
precacheAndRoute(kept.kept, { ignoreURLParametersMatching: [/.*/], cleanURLs: false, directoryIndex: "index.html" });
cleanupOutdatedCaches();

/** @param {URL} url */
const pathOf = (url) => decodeURIComponent(url.href.split(/[?#]/)[0].slice(root.length));

/** The key of a large file: another build, another key. @param {string} path */
const keyOf = (path) => `${root}${path}?${kept.later[path]}`;

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && pathOf(url) in kept.later,
  async ({ url, request }) => {
    const cache = await caches.open(LATER);
    const key = keyOf(pathOf(url));
    const found = await cache.match(key);
    if (found) return found;
    const got = await fetch(request);
    if (got.status === 200) await cache.put(key, got.clone()).catch(() => undefined); // a full phone still shows it
    return got;
  },
);

// Where nothing was kept and there is no connection, a page of ours says so.
setCatchHandler(async ({ request }) => {
  const isPage = request.mode === "navigate";
  return (isPage && (await matchPrecache("not-kept.html"))) || Response.error();
});
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode === "navigate",
  ({ request }) => fetch(request),
);

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(Promise.all([worker.clients.claim(), tidy()])));

/** Large files of earlier builds go. */
async function tidy() {
  const cache = await caches.open(LATER);
  const valid = new Set(Object.keys(kept.later).map((path) => new URL(keyOf(path)).href));
  const keys = await cache.keys();
  await Promise.all(keys.filter((each) => !valid.has(each.url)).map((each) => cache.delete(each)));
}

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "use") worker.skipWaiting();
  if (event.data === "size") event.ports[0].postMessage({ bytes: kept.bytes, pages: kept.pages });
});
