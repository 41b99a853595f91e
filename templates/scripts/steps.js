// One statement, one strand at a time. On a phone the list of all stands with its answers; a step takes the screen, with
// Close above and Back and Next below. From 900 px everything stands on one page, and nothing of this shows.

import { all, button, inputs, made, one, placeOf, wordsOf } from "./elements.js";
import { fill } from "./fill.js";
import { draw } from "./progress.js";
import { showScore } from "./score-list.js";

/** @typedef {import("./elements.js").Words} Words */

const FEW = 3;

/** Gives every set of statements and strands its list and its steps. @param {Document} page @param {Window} view */
export function startSteps(page, view) {
  const words = wordsOf(page);
  if (!words) return;
  for (const set of all(page, "form.ds-sheet :is(.ds-likert, .ds-staged)")) {
    const items = all(set, ".ds-stated, .ds-staged__strand");
    new Steps(page, view, words, set, items).start();
  }
}

class Steps {
  /** @param {Document} page @param {Window} view @param {Words} words @param {HTMLElement} set @param {HTMLElement[]} items */
  constructor(page, view, words, set, items) {
    this.page = page;
    this.view = view;
    this.set = set;
    this.items = items;
    this.words = words.steps;
    this.kind = set.matches(".ds-likert") ? this.words.likert : this.words.rubric;
    this.at = -1;
    this.list = made(page, "div", "ds-steps-list");
    this.score = made(page, "div", "ds-score");
    this.rows = items.map((item, at) => this.row(item, at));
    this.begin = button(page, "ds-button ds-button--main ds-steps-list__begin", "", () => this.open(this.firstOpen()));
  }

  start() {
    const { set, list, page } = this;
    set.append(this.score);
    this.scored = () => showScore(this.score, set, this.items, this.words);
    set.closest("form")?.addEventListener("ds-filled", () => this.show());
    set.addEventListener("change", () => this.show());
    this.show();
    if (this.items.length < FEW) return;
    set.classList.add("ds-stepped");
    const rows = made(page, "ol", "ds-steps-list__rows");
    rows.append(...this.rows.map(({ row }) => row));
    list.append(this.begin, rows);
    set.prepend(list);
    const hint = set.querySelector(":scope > .ds-prompt__hint");
    if (hint) set.prepend(hint);
  }

  /** @param {HTMLElement} item @param {number} at */
  row(item, at) {
    const row = made(this.page, "li", "ds-steps-list__row");
    const press = button(this.page, "ds-steps-list__button", "", () => this.open(at));
    const legend = one(item, "legend");
    const words = press.appendChild(made(this.page, "span", "ds-steps-list__words"));
    words.append(...[...legend.cloneNode(true).childNodes]);
    const answer = press.appendChild(made(this.page, "span", "ds-steps-list__answer"));
    row.append(press);
    return { row, answer };
  }

  /** The first that is not answered, or the first of all. */
  firstOpen() {
    return Math.max(0, this.items.findIndex((item) => !answered(item)));
  }

  /** What is answered, in the list, on the button and in the score. */
  show() {
    const begun = this.items.some((item) => answerOf(item));
    this.items.forEach((item, at) => {
      const text = answerOf(item);
      this.rows[at].answer.textContent = text || (begun ? this.words.open : "");
      this.rows[at].row.classList.toggle("ds-steps-list__row--open", !text);
    });
    const done = this.items.filter(answered).length;
    const words = done === 0 ? this.kind.begin : done < this.items.length ? this.kind.go_on : this.kind.again;
    this.begin.textContent = fill(words, { count: String(this.firstOpen() + 1) });
    this.begin.classList.toggle("ds-button--main", done < this.items.length);
    this.scored?.();
    this.set.classList.toggle("ds-stepped--scored", done === this.items.length && !this.score.hidden);
    if (this.next) this.label();
  }

  /** Takes the screen with the step at a place. @param {number} at */
  open(at) {
    const { page } = this;
    if (this.at < 0) {
      this.from = page.activeElement;
      page.body.classList.add("ds-stepping");
      this.set.classList.add("ds-stepped--on");
      this.set.closest(".ds-block")?.classList.add("ds-block--step");
      this.frame();
    }
    this.at = at;
    this.items.forEach((item, index) => item.classList.toggle("ds-step-now", index === at));
    this.label();
    const now = this.items[at];
    now.tabIndex = -1;
    now.focus({ preventScroll: true });
    this.view.scrollTo(0, 0);
  }

  /** Close and the sheet's name above, Back and Next below. */
  frame() {
    const { page, words } = this;
    const head = made(page, "div", "ds-step-head");
    const close = button(page, "ds-header__button ds-step-head__close", "", () => this.close());
    close.setAttribute("aria-label", words.close);
    head.append(close, made(page, "span", "ds-step-head__title", placeOf(this.set)?.dataset.label ?? ""));
    one(page, ".ds-header__row").prepend(head);
    const line = made(page, "p", "ds-progress ds-step-progress");
    const bar = line.appendChild(made(page, "span", "ds-progress__bar"));
    bar.setAttribute("aria-hidden", "true");
    const text = line.appendChild(made(page, "span", "ds-progress__words"));
    this.set.prepend(line);
    const foot = made(page, "div", "ds-step-foot");
    const back = button(page, "ds-button ds-step-foot__back", words.back, () => this.move(-1));
    this.next = button(page, "ds-button ds-button--filled ds-step-foot__next", "", () => this.move(1));
    foot.append(back, this.next);
    (page.getElementById("ds-saved") ?? this.set).after(foot);
    this.parts = { head, line, bar, text, foot };
  }

  label() {
    if (!this.parts || !this.next) return;
    const { length } = this.items;
    const last = this.at === length - 1;
    const open = !answered(this.items[this.at]);
    draw(this.parts.bar, this.at, length, this.at);
    this.parts.text.textContent = fill(this.kind.at, { count: String(this.at + 1), total: String(length) });
    this.next.textContent = last ? this.words.finish : open ? this.words.skip : this.kind.next;
  }

  /** @param {number} by */
  move(by) {
    const at = this.at + by;
    if (at < 0 || at >= this.items.length) this.close();
    else this.open(at);
  }

  close() {
    const { page, parts } = this;
    const at = this.at;
    this.at = -1;
    page.body.classList.remove("ds-stepping");
    this.set.classList.remove("ds-stepped--on");
    this.set.closest(".ds-block")?.classList.remove("ds-block--step");
    this.items.forEach((item) => { item.classList.remove("ds-step-now"); });
    parts?.head.remove();
    parts?.line.remove();
    parts?.foot.remove();
    this.parts = this.next = undefined;
    this.show();
    const row = this.rows[at].row.querySelector("button");
    const through = at === this.items.length - 1;
    (through || !row?.offsetParent ? this.begin : row).focus({ preventScroll: true });
    if (through) this.view.scrollTo(0, 0);
    else this.list.scrollIntoView({ block: "start" });
  }
}

/** Whether every group of radio buttons of an item has an answer. @param {HTMLElement} item */
function answered(item) {
  const fields = inputs(item, "input[type=radio]");
  const groups = new Set(fields.map((each) => each.name));
  return fields.filter((each) => each.checked).length === groups.size;
}

/** "Agree"; of a strand "Now: Growing, In a year: Steady". @param {HTMLElement} item */
function answerOf(item) {
  const page = item.ownerDocument;
  const chosen = inputs(item, "input:checked").map((field) => {
    const stage = field.closest(".ds-staged__row")?.querySelector(".ds-staged__stage");
    if (!stage) return field.closest("label")?.querySelector(".ds-stated__word")?.textContent ?? "";
    const head = page.getElementById(field.getAttribute("aria-labelledby")?.split(" ")[0] ?? "");
    return { mark: head?.textContent ?? "", stage: stage.textContent ?? "", group: field.name };
  });
  const words = chosen.filter((each) => typeof each === "string");
  if (words.length) return words.join("");
  const order = [...new Set(inputs(item).map((each) => each.name))];
  const marks = chosen.filter((each) => typeof each !== "string").sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  return marks.map(({ mark, stage }) => `${mark}: ${stage}`).join(", ");
}
