// The file that carries answers to another device: JSON with its version and the session's id. What comes in is looked at
// piece by piece, and shown as text only.

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Sheet} Sheet */
/** @typedef {import("./answers.js").Sheets} Sheets */

export const KIND = "daysheet answers";
export const VERSION = 1;
export const LARGEST = 8_000_000;

const KINDS = ["text", "line", "choice", "tick", "place", "drawing"];
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;

/**
 * The file's text.
 * @param {{id: string, title: string}} session @param {Sheets} sheets @param {number} now
 */
export function fileOf(session, sheets, now) {
  return `${JSON.stringify({ kind: KIND, version: VERSION, session, written: new Date(now).toISOString(), sheets }, null, 1)}\n`;
}

/**
 * The sheets of a file, or why it is refused: `broken` (no file of ours, or a damaged one), `later` (a version that this
 * page does not know), `other` (another session's, with its title). `left` counts what in it could not be understood.
 * @param {string} text @param {string} session the id of this page's session
 * @returns {{sheets: Sheets, left: number} | {refused: "broken" | "later" | "other", title: string}}
 */
export function readFile(text, session) {
  const file = data(text);
  if (!file || file.kind !== KIND || !Number.isInteger(file.version)) return { refused: "broken", title: "" };
  if (Number(file.version) > VERSION) return { refused: "later", title: "" };
  const from = record(file.session);
  if (from.id !== session) return { refused: "other", title: string(from.title) || string(from.id) };
  return sheetsOf(record(file.sheets));
}

/** @param {Record<string, unknown>} given @returns {{sheets: Sheets, left: number}} */
function sheetsOf(given) {
  /** @type {Sheets} */
  const sheets = {};
  let left = 0;
  for (const [id, one] of Object.entries(given)) {
    const read = isId(id) ? sheetOf(record(one)) : null;
    if (read) {
      sheets[id] = read.sheet;
      left += read.left;
    } else left += 1;
  }
  return { sheets, left };
}

/** An id of ours, and nothing that every object has. @param {string} id */
function isId(id) {
  return ID.test(id) && !(id in Object.prototype);
}

/** @param {Record<string, unknown>} one @returns {{sheet: Sheet, left: number}} */
function sheetOf(one) {
  const given = Object.entries(record(one.values)).map(([id, value]) => /** @type {const} */ ([id, answerOf(record(value))]));
  const good = given.filter(([id, answer]) => isId(id) && answer !== null);
  const order = Array.isArray(one.order) ? one.order.filter((id) => typeof id === "string" && isId(id)) : [];
  const values = /** @type {Record<string, Answer>} */ (Object.fromEntries(good));
  const [done, total] = [number(one.done), number(one.total)];
  const sheet = { title: string(one.title), number: number(one.number), anonymous: one.anonymous === true, order, done, total, values };
  return { sheet, left: given.length - good.length };
}

/** @param {Record<string, unknown>} one @returns {Answer | null} */
function answerOf(one) {
  if (typeof one.v !== "string" || typeof one.p !== "string" || !KINDS.includes(string(one.k))) return null;
  const others = Array.isArray(one.also) ? one.also.map(record).filter((each) => typeof each.v === "string") : [];
  const also = others.map((each) => ({ v: string(each.v), ...optional("s", each.s), t: number(each.t) }));
  const k = /** @type {import("./answers.js").Kind} */ (one.k);
  return { v: one.v, p: one.p, k, t: number(one.t), ...optional("s", one.s), ...optional("g", one.g), ...(also.length ? { also } : {}) };
}

/** @param {string} text @returns {Record<string, unknown> | null} */
function data(text) {
  if (text.length > LARGEST) return null;
  try {
    return record(JSON.parse(text.replace(/^\ufeff/, "")));
  } catch {
    return null;
  }
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value */
function string(value) {
  return typeof value === "string" ? value : "";
}

/** @param {unknown} value */
function number(value) {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** @param {"s" | "g"} name @param {unknown} value @returns {{s?: string, g?: string}} */
function optional(name, value) {
  return typeof value === "string" ? { [name]: value } : {};
}
