// "I keep time": the clock of a table's timekeeper on the page of a round, step by step. It never goes on by itself.

import { stayAwake } from "./awake.js";
import { minutesAndSeconds } from "./clock.js";
import { fill } from "./fill.js";
import { figure, share, stateOf } from "./countdown.js";
import { readDay } from "./day.js";
import { element, say } from "./draw.js";
import { keepRun, keptRun } from "./kept.js";
import { add, back, fresh, left, markOf, next, pause, slidesFor } from "./run.js";

/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./run.js").Run} Run */

const BEAT = 500;

/**
 * Wires the clock of every round on the page.
 * @param {Document} page
 * @param {Window & typeof globalThis} view
 */
export function startKeepTime(page, view) {
  for (const found of page.querySelectorAll("[data-keep]")) {
    const place = /** @type {HTMLElement} */ (found);
    const round = readDay(page)?.rounds.find((each) => each.id === place.dataset.keep);
    if (round) new KeptTime(place, round, view);
    else place.remove();
  }
}

class KeptTime {
  /**
   * @param {HTMLElement} place
   * @param {Round} round
   * @param {Window & typeof globalThis} view
   */
  constructor(place, round, view) {
    this.view = view;
    this.words = JSON.parse(place.dataset.words ?? "{}");
    this.rounds = [round];
    this.round = round;
    this.place = place;
    this.mark = `${markOf(this.rounds)}.${round.id}`;
    this.heard = "";
    const now = Date.now() / 1000;
    const kept = keptRun(view, this.mark, now);
    this.run = kept ?? fresh(this.mark);
    this.figure = element("p", "ds-keep__figure");
    this.figure.setAttribute("role", "timer");
    this.figure.tabIndex = -1;
    this.line = element("p", "ds-keep__words");
    this.rest = element("div", "ds-keep__rest");
    this.where = element("p", "ds-keep__where");
    this.task = element("p", "ds-keep__task");
    this.spoken = element("p", "ds-unseen");
    this.spoken.setAttribute("role", "status");
    this.pauses = this.made("pause", this.words.pause);
    this.button = /** @type {HTMLElement} */ (place.querySelector("[data-does=start]"));
    this.button.addEventListener("click", () => this.begin());
    if (kept && kept.slide > 0 && kept.slide < this.last()) this.open();
  }

  last() {
    return slidesFor(this.run, this.rounds).length - 1;
  }

  begin() {
    this.run = next(fresh(this.mark), this.rounds, Date.now() / 1000);
    this.open();
    this.figure.focus();
  }

  /** Draws the clock in the place of its button. */
  open() {
    const bar = element("div", "ds-keep__bar", this.rest);
    bar.setAttribute("aria-hidden", "true");
    const onward = this.made("next", this.words.next, " ds-keep__button--next");
    const controls = element("div", "ds-keep__controls", this.made("back", this.words.back), this.pauses, this.made("more", this.words.minute_more), onward);
    this.place.replaceChildren(this.figure, this.line, bar, this.where, this.task, controls, element("p", "ds-keep__note", this.words.wake), this.spoken);
    stayAwake(document, navigator);
    this.timer = setInterval(() => this.show(), BEAT);
    this.show();
  }

  /**
   * @param {string} does
   * @param {string} text
   * @param {string} [css]
   */
  made(does, text, css = "") {
    const button = element("button", `ds-button ds-keep__button${css}`, text);
    button.setAttribute("type", "button");
    button.addEventListener("click", () => this.act(does));
    return button;
  }

  /** @param {string} does */
  act(does) {
    const [run, now] = [this.run, Date.now() / 1000];
    if (does === "next") this.run = next(run, this.rounds, now);
    if (does === "back" && run.slide > 1) this.run = back(run, this.rounds, now);
    if (does === "pause") this.run = pause(run, now);
    if (does === "more") this.run = add(run, 60, now);
    keepRun(this.view, this.run, now);
    if (this.run.slide >= this.last()) this.close();
    else this.show();
  }

  /** All steps are done: the button stands again. */
  close() {
    clearInterval(this.timer);
    this.button.textContent = this.words.again;
    const done = element("p", "ds-keep__done", this.words.all_done);
    done.setAttribute("role", "status");
    this.place.replaceChildren(done, this.button);
    this.button.focus();
  }

  show() {
    const now = Date.now() / 1000;
    const slide = slidesFor(this.run, this.rounds)[this.run.slide];
    const [rest, total] = [left(this.run, now), this.run.clock.total];
    const state = stateOf(rest, total);
    const paused = this.run.clock.paused !== null;
    const step = this.round.steps[Math.max(0, slide.step)];
    this.place.dataset.state = state;
    this.place.toggleAttribute("data-paused", paused);
    say(this.figure, state === "none" ? "" : (state === "over" ? "+" : "") + figure(rest, total));
    say(this.line, paused ? this.words.paused : this.worded(state, rest));
    this.rest.style.width = `${(share(rest, total) * 100).toFixed(1)}%`;
    const turn = this.round.turns > 1 ? fill(this.words.turn, { turn: slide.turn + 1, turns: this.round.turns }) : "";
    const count = slide.step >= 0 ? fill(this.words.step, { step: slide.step + 1, steps: this.round.steps.length }) : "";
    say(this.where, [count, turn].filter(Boolean).join(", "));
    say(this.task, slide.kind === "between" ? (this.round.between?.do ?? "") : (step?.do ?? this.round.title));
    say(this.pauses, paused ? this.words.go_on : this.words.pause);
    this.speak(`${this.run.slide} ${state}`, this.words.spoken[state], rest);
  }

  /**
   * @param {string} state
   * @param {number} rest
   */
  worded(state, rest) {
    if (state === "calm") return Math.ceil(rest / 60) === 1 ? this.words.minute_left : this.words.minutes_left;
    return this.words[state] ?? "";
  }

  /**
   * The two changes and the end are spoken once.
   * @param {string} heard
   * @param {string | undefined} words
   * @param {number} rest
   */
  speak(heard, words, rest) {
    if (heard !== this.heard && words && this.heard.split(" ")[0] === heard.split(" ")[0]) say(this.spoken, fill(words, { time: minutesAndSeconds(rest) }));
    this.heard = heard;
  }
}
