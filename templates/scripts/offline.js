// Keeping the session on the phone, and the new build: the page's side of `worker.js`.

/** @typedef {{bytes: number, pages: number}} Size */

/** Why this page can keep nothing: "folder", "unable", or "" where it can.
 * @param {string} protocol
 * @param {boolean} able whether the browser knows workers, which only safe addresses have
 */
export function hindrance(protocol, able) {
  if (protocol === "file:") return "folder";
  return able ? "" : "unable";
}

/** A size as people say it: `640 kB`, `3.1 MB`.
 * @param {number} bytes
 * @param {string} language
 */
export function inBytes(bytes, language) {
  const large = bytes >= 1e6;
  const unit = large ? "megabyte" : "kilobyte";
  const value = large ? Math.round(bytes / 1e5) / 10 : Math.max(1, Math.round(bytes / 1e3));
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value);
}

/** Registers the worker of the page, offers a new build, and fills every line that says what is kept.
 * @param {Document} page
 * @param {Window & typeof globalThis} view
 */
export async function startOffline(page, view) {
  const address = page.documentElement.dataset.worker;
  const lines = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-kept]"));
  const why = hindrance(view.location.protocol, "serviceWorker" in view.navigator);
  if (!address || why) {
    lines.forEach((line) => tell(line, line.dataset[why === "folder" ? "folder" : "unable"] ?? ""));
    return;
  }
  try {
    const registration = await view.navigator.serviceWorker.register(address, { updateViaCache: "none" });
    watch(registration, page, view);
    await view.navigator.serviceWorker.ready;
    const size = await sizeOf(registration);
    lines.forEach((line) => tell(line, sentence(line.dataset.kept ?? "", size, page.documentElement.lang)));
  } catch {
    lines.forEach((line) => tell(line, line.dataset.unable ?? ""));
  }
}

/** @param {HTMLElement} line @param {string} words */
function tell(line, words) {
  line.textContent = words;
  line.hidden = words === "";
}

/** @param {string} words @param {Size} size @param {string} language */
export function sentence(words, size, language) {
  return words.replace("{pages}", String(size.pages)).replace("{size}", inBytes(size.bytes, language));
}

/** What the active worker keeps.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<Size>}
 */
function sizeOf(registration) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => resolve(event.data);
    registration.active?.postMessage("size", [channel.port2]);
  });
}

/** A build that has come whole waits until it is asked for: what is being read never changes under the reader.
 * @param {ServiceWorkerRegistration} registration
 * @param {Document} page
 * @param {Window & typeof globalThis} view
 */
function watch(registration, page, view) {
  const container = view.navigator.serviceWorker;
  const had = Boolean(container.controller);
  const offer = () => registration.waiting && container.controller && show(page, () => registration.waiting?.postMessage("use"));
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  container.addEventListener("controllerchange", () => { if (had) view.location.reload(); });
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState === "visible") registration.update().catch(() => undefined);
  });
}

/** The bar of the new build. @param {Document} page @param {() => void} use */
function show(page, use) {
  const bar = page.getElementById("ds--new-build");
  if (!bar?.hidden) return;
  bar.hidden = false;
  bar.querySelector("button")?.addEventListener("click", use, { once: true });
}
