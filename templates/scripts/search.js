// The search panel. The index is a script of its own, asked for when the panel first opens: it works from a folder too.

import { excerpt, find, prepare } from "./find.js";

const WAIT = 80;

/** @typedef {import("./find.js").Doc} Doc @typedef {import("./find.js").Entry} Entry @typedef {import("./find.js").Piece} Piece */

/** Wires the panel of the page, if there is one.
 * @param {Document} page
 */
export function startSearch(page) {
  const panel = page.getElementById("ds--search");
  if (!panel) return;
  const input = /** @type {HTMLInputElement} */ (panel.querySelector("input"));
  /** @type {Entry[] | null} */
  let entries = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const show = () => entries && render(panel, find(entries, input.value), input.value);
  panel.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    input.focus(); // here, since `autofocus` complains where something of the page has the focus
    if (entries === null) load(page, panel.dataset.index ?? "", (docs) => { entries = prepare(docs); show(); });
  });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, WAIT); });
  panel.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.querySelector("a")?.click();
  });
  panel.addEventListener("click", (event) => /** @type {Element} */ (event.target).closest("a") && panel.hidePopover());
  page.addEventListener("keydown", (event) => openByKey(event, panel));
}

/** @param {KeyboardEvent} event @param {HTMLElement} panel */
function openByKey(event, panel) {
  const typing = /** @type {Element} */ (event.target).closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  panel.showPopover();
}

/** @param {Document} page @param {string} address @param {(docs: Doc[]) => void} then */
function load(page, address, then) {
  const here = /** @type {any} */ (globalThis).daysheetIndex;
  if (here) {
    then(here);
    return;
  }
  const script = page.createElement("script");
  script.src = address;
  script.addEventListener("load", () => then(/** @type {any} */ (globalThis).daysheetIndex));
  page.head.append(script);
}

/** @param {HTMLElement} panel @param {Entry[]} found @param {string} query */
function render(panel, found, query) {
  const list = /** @type {HTMLElement} */ (panel.querySelector("ol"));
  const count = /** @type {HTMLElement} */ (panel.querySelector("[role=status]"));
  const root = document.documentElement.dataset.base ?? "";
  list.replaceChildren(...found.map((entry) => row(entry, query, root)));
  count.textContent = query.trim() === "" ? "" : said(count.dataset, found.length);
}

/** @param {DOMStringMap} words @param {number} number */
function said(words, number) {
  if (number === 0) return words.none ?? "";
  return number === 1 ? words.one ?? "" : (words.other ?? "").replace("{count}", String(number));
}

/** @param {Entry} entry @param {string} query @param {string} root */
function row(entry, query, root) {
  const link = document.createElement("a");
  link.className = "ds-search__link";
  link.href = entry.location.startsWith("#") ? entry.location : `${root}/${entry.location}`;
  link.append(line("ds-search__title", [{ text: entry.title, hit: false }]));
  if (entry.page) link.append(line("ds-search__page", [{ text: entry.page, hit: false }]));
  const text = excerpt(entry.text, query);
  if (text.length) link.append(line("ds-search__text", text));
  const item = document.createElement("li");
  item.append(link);
  return item;
}

/** @param {string} name @param {Piece[]} parts */
function line(name, parts) {
  const span = document.createElement("span");
  span.className = name;
  span.append(...parts.map((part) => (part.hit ? mark(part.text) : part.text)));
  return span;
}

/** @param {string} text */
function mark(text) {
  const element = document.createElement("mark");
  element.textContent = text;
  return element;
}
