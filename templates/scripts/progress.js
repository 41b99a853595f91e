// How far a worksheet is filled in: as a line of segments and words on the sheet, as words elsewhere.

import { stateOf } from "./answers.js";
import { mostly, progressOf } from "./controls.js";
import { all, made, wordsOf } from "./elements.js";
import { fill } from "./fill.js";
import { openStore } from "./store.js";

/** @typedef {import("./elements.js").Words} Words */

const MANY = 24;

/** The line under the head of a worksheet. */
export class ProgressLine {
  /** @param {HTMLElement} place @param {import("./controls.js").Question[]} questions @param {Words} words */
  constructor(place, questions, words) {
    this.questions = questions;
    this.words = words.progress[mostly(questions)];
    this.whole = words.progress.all;
    const page = place.ownerDocument;
    this.bar = place.appendChild(made(page, "span", "ds-progress__bar"));
    this.bar.setAttribute("aria-hidden", "true");
    this.text = place.appendChild(made(page, "span", "ds-progress__words"));
    this.place = place;
  }

  show() {
    const { done, total } = progressOf(this.questions);
    this.place.hidden = total === 0;
    draw(this.bar, done, total);
    const text = fill(this.words, { done: String(done), total: String(total) });
    if (this.text.textContent !== text) this.text.textContent = text;
  }
}

/** Draws segments, filled up to `done`; `now` is one in the accent. @param {HTMLElement} bar @param {number} done @param {number} total @param {number} [now] */
export function draw(bar, done, total, now = -1) {
  const page = bar.ownerDocument;
  if (bar.children.length !== total) bar.replaceChildren(...Array.from({ length: total }, () => made(page, "i", "ds-progress__part")));
  bar.classList.toggle("ds-progress__bar--many", total > MANY);
  [...bar.children].forEach((part, at) => {
    part.classList.toggle("ds-progress__part--done", at < done && at !== now);
    part.classList.toggle("ds-progress__part--now", at === now);
  });
}

/**
 * How far a worksheet is filled in on this device: `state` none, some or all; `words` "not begun", "2 of 3 written",
 * "complete". For any page of the session.
 * @param {Document} page @param {Window} view @param {string} sheet its id
 */
export function progress(page, view, sheet) {
  const words = wordsOf(page);
  const kept = openStore(view, page.documentElement.dataset.session ?? "").read(sheet);
  const { state, done, total } = stateOf(kept);
  const said = words ? words.progress[state === "some" ? "answered" : state] : "";
  return { state, done, total, words: fill(said, { done: String(done), total: String(total) }) };
}

/** Fills every element of the page that names a worksheet in `data-progress`. @param {Document} page @param {Window} view */
export function startProgress(page, view) {
  for (const place of all(page, "[data-progress]")) place.textContent = progress(page, view, place.dataset.progress ?? "").words;
}
