// The agenda while the day is on: what is over, what is on, what comes next; the clocks of the session and of the reader.

import { shownTime } from "./clock.js";
import { fill } from "./fill.js";
import { readDay } from "./day.js";
import { all, button, made } from "./elements.js";
import { at } from "./plan.js";
import { everyMinute, present } from "./present.js";

/** @typedef {import("./day.js").Day} Day @typedef {import("./day.js").Round} Round @typedef {import("./plan.js").Moment} Moment */

/** What a round is at an instant: `past`, `now`, `next`, or "" for one that is still to come.
 * @param {Round} round
 * @param {Moment} moment
 * @param {number} instant
 */
export function standingOf(round, moment, instant) {
  if (round.end !== null && round.end <= instant) return "past";
  if (round.id === moment.round?.id || moment.others.some((each) => each.id === round.id)) return "now";
  return round.id === moment.next?.id && moment.state !== "before" ? "next" : "";
}

/** Minutes left, to the nearest five, at the least one. @param {number} seconds */
export function aboutMinutes(seconds) {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 5 ? Math.max(1, minutes) : Math.round(minutes / 5) * 5;
}

/** Marks the rounds of the page, and goes on doing so.
 * @param {Document} page
 * @param {Window} view
 */
export function startAgendaNow(page, view) {
  const line = page.getElementById("ds--clock");
  const day = readDay(page);
  if (!line || !day) return;
  const agenda = new AgendaNow(page, line, day);
  const clock = present(day, view);
  everyMinute(page, () => agenda.show(clock()));
  if (!view.location.hash) agenda.reveal();
}

class AgendaNow {
  /** @param {Document} page @param {HTMLElement} line @param {Day} day */
  constructor(page, line, day) {
    this.page = page;
    this.line = line;
    this.day = day;
    this.words = JSON.parse(line.dataset.words ?? "{}");
    this.rounds = new Map(day.rounds.map((round) => [round.id, round]));
    this.items = all(page, ".ds-round[data-round]");
    this.folded = false;
  }

  /** @param {number} instant */
  show(instant) {
    const moment = at(this.day, instant);
    this.tellClocks(moment, instant);
    for (const item of this.items) this.mark(item, moment, instant);
    if (!this.folded && moment.state !== "after") this.fold();
  }

  /** @param {Moment} moment @param {number} instant */
  tellClocks(moment, instant) {
    const on = ["round", "break", "between"].includes(moment.state);
    this.line.hidden = !on || !this.day.zone;
    const own = shownTime(instant, { zone: "", language: this.day.language });
    const there = shownTime(instant, this.day);
    const words = own === there ? this.words.clock : `${this.words.clock} · ${this.words.own}`;
    this.line.textContent = fill(words, { time: there, city: this.words.city, own });
  }

  /** @param {HTMLElement} item @param {Moment} moment @param {number} instant */
  mark(item, moment, instant) {
    const round = this.rounds.get(item.dataset.round ?? "");
    if (!round || round.start === null) return;
    const is = standingOf(round, moment, instant);
    for (const name of ["past", "now", "next"]) item.classList.toggle(`ds-round--${name}`, is === name);
    if (is === "now") item.setAttribute("aria-current", "time");
    else item.removeAttribute("aria-current");
    const said = item.querySelector(".ds-round__now") ?? item.insertBefore(made(this.page, "p", "ds-round__now"), item.querySelector(".ds-round__title"));
    const left = aboutMinutes((round.end ?? instant) - instant);
    const told = this.day.shown !== "rounds" && !round.pause ? this.words.now : fill(left === 1 ? this.words.left_one : this.words.left, { minutes: left });
    said.textContent = is === "now" ? told : is === "next" ? this.words.next : "";
  }

  /** What is over of a part folds, all but the last: "4 earlier". */
  fold() {
    this.folded = true;
    for (const rail of all(this.page, ".ds-timeline")) {
      const past = all(rail, ":scope > .ds-round--past");
      const isOver = past.length === rail.children.length;
      const away = isOver ? past : past.slice(0, -1);
      if (away.length < 2) continue;
      const words = fill(this.words.earlier, { count: away.length });
      const more = button(this.page, "ds-timeline__earlier", words, () => {
        const open = more.getAttribute("aria-expanded") !== "true";
        more.setAttribute("aria-expanded", String(open));
        for (const each of away) each.hidden = !open;
      });
      more.setAttribute("aria-expanded", "false");
      for (const each of away) each.hidden = true;
      rail.before(more);
    }
  }

  /** Brings what is on to a quarter of the way down. */
  reveal() {
    const now = this.page.querySelector(".ds-round--now");
    const view = this.page.defaultView;
    if (now && view) view.scrollTo(0, Math.max(0, now.getBoundingClientRect().top + view.scrollY - view.innerHeight / 4));
  }
}
