// The score of statements that are scored on the phone: the mean, and a line with a dot for every statement. One table,
// drawn for those who see it and read row by row by those who hear it.

import { inputs, made } from "./elements.js";
import { fill } from "./fill.js";
import { mean, part, ticks } from "./scores.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 92;

/** @typedef {import("./scores.js").Answered} Answered */

/**
 * Shows the score of a set in `place`; nothing where the page has no key, or nothing is answered.
 * @param {HTMLElement} place @param {HTMLElement} set @param {HTMLElement[]} items @param {Record<string, any>} words
 */
export function showScore(place, set, items, words) {
  const { low, high } = set.dataset;
  const answers = low === undefined ? [] : items.flatMap(answerOf);
  place.hidden = answers.length === 0;
  if (!answers.length) return place.replaceChildren();
  const page = place.ownerDocument;
  const ends = { low: Number(low), high: Number(high) };
  const said = answers.length < items.length ? words.score_some : words.score;
  const line = made(page, "p", "ds-score__line");
  const value = mean(answers);
  const number = new Intl.NumberFormat(page.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (value !== null) line.append(made(page, "b", "ds-score__mean", number.format(value)), " ");
  const count = { ...ends, count: answers.length, total: items.length };
  line.append(made(page, "span", "ds-score__words", fill(said, count)));
  place.replaceChildren(line, table(page, answers, ends, words));
  if (answers.some((each) => each.reversed)) place.append(key(page, words));
}

/** @param {HTMLElement} item @returns {Answered[]} */
function answerOf(item) {
  const [field] = inputs(item, "input:checked");
  if (!field) return [];
  const points = field.dataset.points === undefined ? null : Number(field.dataset.points);
  const said = field.closest("label")?.querySelector(".ds-stated__word")?.textContent ?? "";
  return [{ statement: item.querySelector("legend")?.textContent ?? "", said, points, reversed: "reversed" in item.dataset }];
}

/** @param {Document} page @param {Answered[]} answers @param {{low: number, high: number}} ends @param {Record<string, any>} words */
function table(page, answers, ends, words) {
  const table = made(page, "table", "ds-score__table");
  const head = table.createTHead().insertRow();
  head.className = "ds-score__heads";
  for (const [css, text] of [["ds-score__statement", words.statement], ["ds-score__drawn", words.answer], ["ds-score__points", words.counts]]) {
    const cell = head.appendChild(made(page, "th", css));
    cell.scope = "col";
    cell.append(made(page, "span", "ds-unseen", text));
    if (css === "ds-score__drawn") cell.append(scaleEnds(page, ends));
  }
  const body = table.createTBody();
  for (const each of answers) {
    const row = body.insertRow();
    const statement = row.appendChild(made(page, "th", "ds-score__statement", each.statement));
    statement.scope = "row";
    if (each.reversed) statement.append(made(page, "span", "ds-unseen", `, ${words.reversed}`));
    const drawn = row.appendChild(made(page, "td", "ds-score__drawn"));
    drawn.append(made(page, "span", "ds-unseen", each.said), dots(page, each, ends));
    row.append(made(page, "td", "ds-score__points", each.points === null ? words.left_out : String(each.points)));
  }
  return table;
}

/** @param {Document} page @param {{low: number, high: number}} ends */
function scaleEnds(page, { low, high }) {
  const ends = made(page, "span", "ds-score__ends");
  ends.setAttribute("aria-hidden", "true");
  ends.append(made(page, "span", "", String(low)), made(page, "span", "", String(high)));
  return ends;
}

/** The line, its marks, and a dot; a ring where the statement is said the other way round. @param {Document} page @param {Answered} answer @param {{low: number, high: number}} ends */
function dots(page, { points, reversed }, { low, high }) {
  const at = (/** @type {number} */ value) => 8 + part(value, low, high) * WIDE;
  const svg = shape(page, "svg", { viewBox: `0 0 ${WIDE + 16} 20`, class: "ds-score__line-drawn", "aria-hidden": "true" });
  const marks = ticks(low, high).map((tick) => `M${at(tick)} 6V14`).join("");
  svg.append(shape(page, "path", { class: "ds-score__axis", d: `M${at(low)} 10H${at(high)}` }), shape(page, "path", { class: "ds-score__tick", d: marks }));
  if (points !== null) {
    const css = reversed ? "ds-score__dot ds-score__dot--ring" : "ds-score__dot";
    svg.append(shape(page, "circle", { class: css, cx: at(points), cy: 10, r: reversed ? 5.5 : 7 }));
  }
  return svg;
}

/** @param {Document} page @param {Record<string, any>} words */
function key(page, words) {
  const line = made(page, "p", "ds-score__key");
  const ring = shape(page, "svg", { viewBox: "0 0 16 16", class: "ds-score__ring", "aria-hidden": "true" });
  ring.append(shape(page, "circle", { class: "ds-score__dot ds-score__dot--ring", cx: 8, cy: 8, r: 5.5 }));
  line.append(ring, made(page, "span", "", words.reversed));
  return line;
}

/** @param {Document} page @param {string} name @param {Record<string, string | number>} attributes */
function shape(page, name, attributes) {
  const element = page.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
