// The room screen: `screen.html`, alone or steered by the console. It never goes on by itself.

import { clockFrom, minutesAndSeconds } from "./clock.js";
import { fill } from "./fill.js";
import { stateOf } from "./countdown.js";
import { readData, readDay } from "./day.js";
import { stayAwake } from "./awake.js";
import { say } from "./draw.js";
import { isRun, keepRun, keptRun } from "./kept.js";
import { startLink } from "./link.js";
import { along } from "./plan.js";
import { add, back, changed, fresh, left, markOf, next, nextRound, pause } from "./run.js";
import { ScreenView } from "./screen-view.js";
import { SIDES } from "./sides.js";
import { slidesOf } from "./slides.js";
import { startSound } from "./sound.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./run.js").Run} Run */

/** Key -> what it does; those of presenter remotes among them. */
const KEYS = /** @type {Record<string, string>} */ ({
  ArrowRight: "next", PageDown: "next", Enter: "next", ArrowLeft: "back", PageUp: "back", Backspace: "back", " ": "pause",
  ArrowUp: "minute_more", "+": "minute_more", b: "black", ".": "black", d: "dark", f: "full", "?": "help", s: "sound", r: "roles", g: "groups", w: "wifi",
});
const SHOWN = 3000;
const BEAT = 250;
const GREET = 1000;

class Screen {
  /**
   * @param {Day} day
   * @param {any} words
   */
  constructor(day, words) {
    this.day = day;
    this.words = words;
    this.now = clockFrom(location.search, day);
    const track = new URLSearchParams(location.search).get("track") ?? "";
    this.rounds = along(day, track);
    this.mark = markOf(this.rounds);
    this.run = keptRun(window, this.mark, this.now()) ?? fresh(this.mark, track, day.people ?? 0);
    this.view = new ScreenView(day, this.rounds, words);
    this.sound = startSound(window);
    this.loud = false;
    this.heard = "";
    this.link = startLink(window, this.mark, "screen", (message) => this.hear(message));
  }

  start() {
    document.documentElement.dataset.palette = stored("palette") === "dark" ? "dark" : "light";
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointermove", () => this.showControls());
    for (const button of document.querySelectorAll("[data-act]")) button.addEventListener("click", () => this.act(String(/** @type {HTMLElement} */ (button).dataset.act)));
    window.addEventListener("resize", () => { this.view.drawn = ""; this.show(); });
    window.addEventListener("pagehide", () => this.link.send({ kind: "bye" }));
    window.addEventListener("pageshow", (event) => { if (event.persisted) this.greet(); });
    document.fonts.ready.then(() => { this.view.drawn = ""; this.show(); });
    stayAwake(document, navigator).then((awake) => { one("sleep").hidden = awake; });
    setInterval(() => this.show(), BEAT);
    setInterval(() => this.link.send({ kind: "hello" }), GREET);
    this.greet();
    this.show();
  }

  greet() {
    this.link.send({ kind: "hello", run: this.run, answer: true });
  }

  /** @param {import("./link.js").Message} message */
  hear(message) {
    if (isRun(message.run, this.mark) && message.run.turned > this.run.turned && message.run.slide < slidesOf(this.rounds).length) {
      this.run = message.run;
      keepRun(window, this.run, this.now());
      this.show();
    } else if (message.answer) this.link.send({ kind: "run", run: this.run });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || help().open) return;
    const onControl = event.target instanceof HTMLButtonElement && [" ", "Enter"].includes(event.key);
    const name = event.shiftKey && event.key === "ArrowRight" ? "next_round" : KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    this.showControls();
    if (!name || onControl) return;
    event.preventDefault();
    this.act(name);
  }

  /** @param {string} name */
  act(name) {
    if (name === "full") return toggleFull();
    if (name === "help") return help().showModal();
    if (name === "dark") return this.turnPalette();
    if (name === "sound") return this.turnSound();
    const run = this.acted(name);
    if (run === this.run) return;
    this.run = run;
    keepRun(window, run, this.now());
    this.link.send({ kind: "run", run });
    this.show();
  }

  /**
   * @param {string} name
   * @returns {Run}
   */
  acted(name) {
    const [run, rounds, now] = [this.run, this.rounds, this.now()];
    if (name === "next") return next(run, rounds, now);
    if (name === "next_round") return nextRound(run, rounds, now);
    if (name === "back") return back(run, rounds, now);
    if (name === "pause") return pause(run, now);
    if (name === "minute_more") return add(run, 60, now);
    if (name === "black") return changed(run, { black: !run.black });
    return SIDES.includes(name) ? changed(run, { side: run.side === name ? "" : name }) : run;
  }

  show() {
    const now = this.now();
    this.view.show(this.run, now);
    const label = this.run.clock.paused === null ? this.words.pause : this.words.go_on;
    say(/** @type {HTMLElement} */ (document.querySelector("[data-act=pause]")), label);
    this.speak(now);
  }

  /**
   * The two changes of state and the end are spoken, and sounded if that is wanted; once each.
   * @param {number} now
   */
  speak(now) {
    const rest = left(this.run, now);
    const state = this.run.clock.begun === null ? "none" : stateOf(rest, this.run.clock.total);
    const heard = `${this.run.slide} ${state}`;
    if (heard === this.heard) return;
    const first = this.heard === "" || !this.heard.startsWith(`${this.run.slide} `);
    this.heard = heard;
    if (first) return;
    const words = this.words.spoken[state];
    if (words) say(one("said"), fill(words, { time: minutesAndSeconds(rest) }));
    if (this.loud && (state === "close" || state === "over")) this.sound.play(state === "over" ? 2 : 1);
  }

  turnPalette() {
    const root = document.documentElement;
    root.dataset.palette = root.dataset.palette === "dark" ? "light" : "dark";
    store("palette", root.dataset.palette);
  }

  turnSound() {
    this.loud = !this.loud;
    if (this.loud) this.sound.play(1);
    say(one("said"), this.words.sound[this.loud ? "on" : "off"]);
  }

  showControls() {
    document.body.toggleAttribute("data-controls", true);
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => document.body.toggleAttribute("data-controls", false), SHOWN);
  }
}

/** @param {string} name */
function one(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`.ds-room__${name}`));
}

function help() {
  return /** @type {HTMLDialogElement} */ (document.querySelector(".ds-room__help"));
}

function toggleFull() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined); // some windows may not
}

/** @param {string} name */
function stored(name) {
  try {
    return localStorage.getItem(`daysheet.screen.${name}`);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function store(name, value) {
  try {
    localStorage.setItem(`daysheet.screen.${name}`, value);
  } catch {
    // it holds until the window closes
  }
}

const day = readDay(document);
if (day?.rounds.length) new Screen(day, readData(document, "ds-words").screen).start();
