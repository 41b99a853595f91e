// The facilitator's console: it opens the room screen for the projector, steers it, and keeps the day to its plan.

import { take, undo } from "./changes.js";
import { clockFrom, wall } from "./clock.js";
import { ConsoleView, part } from "./console-view.js";
import { readData, readDay } from "./day.js";
import { say } from "./draw.js";
import { isRun, keepRun, keptRun } from "./kept.js";
import { startLink } from "./link.js";
import { logOf } from "./log.js";
import { along } from "./plan.js";
import { add, back, changed, fresh, markOf, next, nextRound, pause } from "./run.js";
import { slidesOf } from "./slides.js";
import { SIDES } from "./sides.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./run.js").Run} Run */

const BEAT = 250;
/** A screen that was not heard for so long (milliseconds) is off. */
const GONE = 4000;
const KEYS = /** @type {Record<string, string>} */ ({ ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back", " ": "pause", b: "black", ".": "black" });

class Console {
  /**
   * @param {Day} day
   * @param {any} words
   */
  constructor(day, words) {
    this.day = day;
    this.words = words.console;
    this.now = clockFrom(location.search, day);
    this.track = new URLSearchParams(location.search).get("track") ?? "";
    this.rounds = along(day, this.track);
    this.mark = markOf(this.rounds);
    this.run = keptRun(window, this.mark, this.now()) ?? fresh(this.mark, this.track, day.people ?? 0);
    this.view = new ConsoleView(day, this.rounds, this.words, words.screen);
    this.link = startLink(window, this.mark, "console", (message) => this.hear(message));
    this.heard = -Infinity;
    /** @type {Window | null} */
    this.screen = null;
    this.putOff = "";
    /** @type {Run | null} */
    this.before = null;
  }

  start() {
    document.addEventListener("click", (event) => {
      const act = /** @type {HTMLElement} */ (event.target).closest("[data-act]");
      if (act) this.act(String(/** @type {HTMLElement} */ (act).dataset.act));
      const tab = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("button[data-tab]"));
      if (tab) showTab(String(tab.dataset.tab));
    });
    document.addEventListener("keydown", (event) => this.key(event));
    people().addEventListener("input", () => this.count());
    setInterval(() => this.show(), BEAT);
    this.link.send({ kind: "hello", run: this.run, answer: true });
    this.show();
  }

  /** @param {import("./link.js").Message} message */
  hear(message) {
    this.heard = message.kind === "bye" ? -Infinity : Date.now();
    if (isRun(message.run, this.mark) && message.run.turned > this.run.turned && message.run.slide < slidesOf(this.rounds).length) {
      this.run = message.run;
      keepRun(window, this.run, this.now());
    } else if (message.answer) this.link.send({ kind: "run", run: this.run });
    this.show();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest("input, dialog")) return;
    if (target.closest("button") && event.key === " ") return;
    const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!name) return;
    event.preventDefault();
    this.act(name);
  }

  /** @param {string} name */
  act(name) {
    if (name === "screen") return this.openScreen();
    if (name === "people") return this.askPeople();
    if (name === "save") return this.save();
    if (name === "palette") return turnPalette();
    if (name === "not_now") this.putOff = this.view.proposal?.key ?? "";
    this.set(this.acted(name));
    if (name === "take" && this.view.proposal && !this.view.proposal.cuts.length) this.act("not_now"); // it has been heard
  }

  /**
   * @param {string} name
   * @returns {Run}
   */
  acted(name) {
    const [run, rounds, now] = [this.run, this.rounds, this.now()];
    if (name === "next") return next(run, rounds, now);
    if (name === "round_after") return nextRound(run, rounds, now);
    if (name === "back") return back(run, rounds, now);
    if (name === "pause") return pause(run, now);
    if (name === "minute_more") return add(run, 60, now);
    if (name === "black") return changed(run, { black: !run.black });
    if (name === "take" && this.view.proposal) return take(run, rounds, this.view.proposal.minutes, now);
    if (name === "undo") return undo(run, rounds);
    if (name === "anew") return this.anew();
    return SIDES.includes(name) ? changed(run, { side: run.side === name ? "" : name }) : run;
  }

  /** Begins the day anew; the same button brings it back. */
  anew() {
    const button = /** @type {HTMLElement} */ (document.querySelector("[data-act=anew]"));
    const back = this.before;
    this.before = back ? null : this.run;
    say(button, back ? this.words.anew : this.words.anew_undo);
    const then = back ?? fresh(this.mark, this.track, this.run.people);
    return { ...then, turned: this.run.turned + 1 };
  }

  /** @param {Run} run */
  set(run) {
    if (run !== this.run) {
      if (run.slide !== this.run.slide) this.putOff = "";
      this.run = run;
      keepRun(window, run, this.now());
      this.link.send({ kind: "run", run });
    }
    this.show();
  }

  show() {
    this.view.show(this.run, this.now(), this.putOff);
    const on = Date.now() - this.heard < GONE;
    say(part("screen"), on ? this.words.screen_on : this.words.screen_open);
    if (on) say(part("blocked"), "");
  }

  /** The screen in a window of its own; a second time the same window comes to the front. */
  openScreen() {
    const at = wall(this.now(), "UTC");
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    const now = `${at.year}-${two(at.month)}-${two(at.day)}T${two(at.hour)}:${two(at.minute)}:${two(at.second)}Z`;
    const query = new URLSearchParams({ ...(this.track ? { track: this.track } : {}), ...(location.search.includes("now=") ? { now } : {}) });
    if (this.screen && !this.screen.closed) return this.screen.focus();
    this.screen = window.open(`screen.html${query.size ? `?${query}` : ""}`, `daysheet-screen-${this.mark}`, "popup,width=1280,height=720");
    this.link.meet(this.screen);
    say(part("blocked"), this.screen ? "" : this.words.screen_blocked);
  }

  askPeople() {
    people().value = this.run.people ? String(this.run.people) : "";
    this.view.drawGroups(this.run);
    /** @type {HTMLDialogElement} */ (part("count")).showModal();
  }

  count() {
    const here = Number.parseInt(people().value, 10);
    this.set(changed(this.run, { people: here > 0 ? Math.min(here, 100_000) : 0 }));
    this.view.drawGroups(this.run);
  }

  save() {
    const text = logOf(this.day, this.rounds, this.run, { heads: this.words.log, change: this.words.change });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = `${this.words.file}-${this.rounds[0].date || "day"}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

function people() {
  return /** @type {HTMLInputElement} */ (document.getElementById("ds-console-people"));
}

/** @param {string} name */
function showTab(name) {
  document.body.dataset.tab = name;
  for (const tab of document.querySelectorAll("button[data-tab]")) tab.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (tab).dataset.tab === name));
}

function turnPalette() {
  const root = document.documentElement;
  const dark = root.dataset.palette ? root.dataset.palette === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.palette = dark ? "light" : "dark";
}

const day = readDay(document);
if (day?.rounds.length) new Console(day, readData(document, "ds-words")).start();
