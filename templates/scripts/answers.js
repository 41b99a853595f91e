// What a person wrote on one worksheet, as values: no page, no store. An answer carries the question as it was worded, so
// that it can be read when the sheet has changed or is gone.

/**
 * `v` the control's value; `s` what it says in words, where the value does not; `p` the question as it was worded when
 * this was answered, `g` the words above a group of them; `k` the kind; `t` when, in milliseconds; `also` what else was
 * written under the same question, in another tab or on another device.
 * @typedef {{v: string, s?: string, p: string, g?: string, k: Kind, t: number, also?: Other[]}} Answer
 * @typedef {"text" | "line" | "choice" | "tick" | "place" | "drawing"} Kind
 * @typedef {{v: string, s?: string, t: number}} Other
 */

/**
 * A worksheet's answers by the id of their control; `order` the ids as the sheet had them when it was last open, `done`
 * of `total` what is answered.
 * @typedef {{title: string, number: number, anonymous: boolean, order: string[], done: number, total: number,
 *   values: Record<string, Answer>}} Sheet
 */

/** @typedef {Record<string, Sheet>} Sheets  the sheets by their ids */

/** What an answer says to a person. @param {{v: string, s?: string}} answer */
export function said(answer) {
  return answer.s ?? answer.v;
}

/** A text as it is compared: spaces and the marks of typesetting do not make another wording. @param {string} text */
export function plain(text) {
  return text.normalize("NFC").replace(/[\s\u00ad\u200b]+/g, " ").replace(/[’‘]/g, "'").replace(/[“”]/g, '"').trim();
}

/**
 * The wording that an answer was given to, where it is no longer the question's; else nothing.
 * @param {Answer} answer @param {string} prompt
 */
export function earlier(answer, prompt) {
  return plain(answer.p) === plain(prompt) ? "" : answer.p;
}

/**
 * The sheet with one answer set, or taken away by null. What stands there newer than `seen` (when the writer last read
 * it) and says something else was written elsewhere: it is kept beside the new one.
 * @param {Sheet} sheet @param {string} id @param {Answer | null} answer @param {number} [seen]
 * @returns {Sheet}
 */
export function put(sheet, id, answer, seen = Infinity) {
  const { [id]: old, ...rest } = sheet.values;
  const other = old && old.t > seen ? [{ v: old.v, ...(old.s === undefined ? {} : { s: old.s }), t: old.t }] : [];
  const also = [...(old?.also ?? []), ...other];
  if (answer === null && also.length === 0) return { ...sheet, values: rest };
  if (answer === null) {
    const [last] = also.slice(-1);
    return { ...sheet, values: { ...rest, [id]: kept({ ...old, ...last }, also) } };
  }
  return { ...sheet, values: { ...rest, [id]: kept(answer, also) } };
}

/** @param {Answer} answer @param {Other[]} others @returns {Answer} */
function kept(answer, others) {
  const { also: _, ...alone } = answer;
  const left = others.filter((each, at) => !covers(alone, each) && others.findIndex((one) => one.v === each.v) === at);
  return left.length ? { ...alone, also: left } : alone;
}

/** Whether an answer holds all of another: the same, or a text that was only written on. @param {Answer} answer @param {Other} other */
function covers(answer, other) {
  return answer.k === "text" || answer.k === "line" ? answer.v.includes(other.v.trim()) : answer.v === other.v;
}

/**
 * Two versions of one sheet as one: an answer that stands in one alone stays; where both have one, the later stands and
 * the other is kept beside it. Nothing is lost.
 * @param {Sheet} mine @param {Sheet} theirs @returns {Sheet}
 */
export function merge(mine, theirs) {
  /** @type {Record<string, Answer>} */
  const values = { ...mine.values };
  for (const [id, answer] of Object.entries(theirs.values)) {
    values[id] = values[id] ? later(values[id], answer) : answer;
  }
  const order = [...mine.order, ...theirs.order.filter((id) => !mine.order.includes(id))];
  return { ...mine, order, done: Math.max(mine.done, theirs.done), total: mine.total || theirs.total, values };
}

/** @param {Answer} one @param {Answer} other @returns {Answer} */
function later(one, other) {
  const [last, first] = one.t >= other.t ? [one, other] : [other, one];
  const { v, s, t } = first;
  return kept(last, [...(last.also ?? []), ...(first.also ?? []), { v, ...(s === undefined ? {} : { s }), t }]);
}

/** All sheets of both. @param {Sheets} mine @param {Sheets} theirs @returns {Sheets} */
export function mergeAll(mine, theirs) {
  const merged = { ...mine };
  for (const [id, sheet] of Object.entries(theirs)) merged[id] = mine[id] ? merge(mine[id], sheet) : sheet;
  return merged;
}

/** How many sheets have an answer, and how many answers there are. @param {Sheets} sheets */
export function counted(sheets) {
  const filled = Object.values(sheets).map((each) => Object.keys(each.values).length).filter((count) => count > 0);
  return { sheets: filled.length, answers: filled.reduce((sum, each) => sum + each, 0) };
}

/**
 * The answers of a sheet in its own order, those that it no longer asks for at the end with `gone`.
 * @param {Sheet} sheet @param {string[]} [asked] the ids that the sheet has now; without them all count as asked
 * @returns {(Answer & {id: string, gone: boolean})[]}
 */
export function inOrder(sheet, asked) {
  const place = (/** @type {string} */ id) => (sheet.order.includes(id) ? sheet.order.indexOf(id) : sheet.order.length);
  const all = Object.entries(sheet.values).map(([id, answer]) => ({ ...answer, id, gone: !!asked && !asked.includes(id) }));
  return all.sort((a, b) => Number(a.gone) - Number(b.gone) || place(a.id) - place(b.id));
}

/**
 * Where a sheet stands: `none`, `some` or `all`.
 * @param {Sheet | null | undefined} sheet
 */
export function stateOf(sheet) {
  if (!sheet || sheet.done === 0) return { state: "none", done: 0, total: sheet?.total ?? 0 };
  return { state: sheet.done >= sheet.total ? "all" : "some", done: sheet.done, total: sheet.total };
}
