// "Send to myself": everything that was written, as text, by the person's own choice: the share sheet, else the clipboard,
// else a field to copy from. Nothing is sent from here.

import { all, made, wordsOf } from "./elements.js";
import { textOf } from "./notes.js";
import { fill } from "./fill.js";
import { say } from "./saved.js";
import { openStore } from "./store.js";

/** @typedef {import("./answers.js").Sheets} Sheets */
/** @typedef {"shared" | "left" | "copied" | "shown"} Sent */

/** Title and id of the session of a page. @param {Document} page */
export function sessionOf(page) {
  const { session = "", title = "" } = page.documentElement.dataset;
  return { id: session, title };
}

/** Whether this device has a share sheet for text. @param {Window} view */
export function canShare(view) {
  return typeof view.navigator.share === "function";
}

/**
 * Everything as text. `asked` gives the ids that each sheet asks for now, where the page knows them.
 * @param {Document} page @param {Sheets} sheets @param {Record<string, string[]>} [asked]
 */
export function everything(page, sheets, asked = {}) {
  const words = wordsOf(page)?.text;
  const list = Object.entries(sheets).sort(([, a], [, b]) => a.number - b.number);
  return textOf(sessionOf(page).title, list.map(([id, sheet]) => [sheet, asked[id]]), words);
}

/**
 * Sends everything, and says what became of it.
 * @param {Document} page @param {Window} view @param {import("./store.js").Store} [store] @param {Record<string, string[]>} [asked]
 * @returns {Promise<Sent>}
 */
export async function sendToMyself(page, view, store = openStore(view, sessionOf(page).id), asked = {}) {
  const sent = await give(page, view, sessionOf(page).title, everything(page, store.all(), asked));
  const words = wordsOf(page);
  if (words && sent !== "left") say(page, words.sent[sent]);
  return sent;
}

/** @param {Document} page @param {Window} view @param {string} title @param {string} text @returns {Promise<Sent>} */
async function give(page, view, title, text) {
  if (canShare(view)) {
    try {
      await view.navigator.share({ title, text });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "left";
    }
  }
  return copy(page, view, text);
}

/** @param {Document} page @param {Window} view @param {string} text @returns {Promise<Sent>} */
async function copy(page, view, text) {
  try {
    await view.navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return byHand(page, text);
  }
}

/** A field with the whole text, chosen and ready to copy. @param {Document} page @param {string} text @returns {Sent} */
function byHand(page, text) {
  page.getElementById("ds-by-hand")?.remove();
  const field = made(page, "textarea", "ds-by-hand");
  field.id = "ds-by-hand";
  field.readOnly = true;
  field.value = text;
  field.rows = 8;
  field.setAttribute("aria-label", wordsOf(page)?.sent.shown ?? "");
  (page.getElementById("ds-told") ?? page.querySelector("main h1"))?.after(field);
  field.focus();
  field.select();
  return "shown";
}

/**
 * Wires every button with `data-send`: named for what it does here, and shown only where there is something to send.
 * @param {Document} page @param {Window} view
 */
export function startSend(page, view) {
  const words = wordsOf(page);
  if (!words) return;
  const store = openStore(view, sessionOf(page).id);
  for (const each of all(page, "[data-send]")) {
    each.hidden = Object.keys(store.all()).length === 0;
    each.textContent = canShare(view) ? words.send : words.copy;
    each.addEventListener("click", () => void sendToMyself(page, view, store));
  }
}

/** "6 worksheets, 41 answers". @param {import("./elements.js").Words} words @param {{sheets: number, answers: number}} count */
export function countWords(words, { sheets, answers }) {
  const some = (/** @type {number} */ count, /** @type {string} */ name) =>
    fill(words.counts[count === 1 ? `${name}_one` : name], { count: String(count) });
  return { sheets: some(sheets, "sheets"), answers: some(answers, "answers") };
}
