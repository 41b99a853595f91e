// The first page while the day is on: now by the plan, what to do, the sheet for it, one's place, what comes. What the page
// says at other times stands below, folded.

import { shownTime } from "./clock.js";
import { fill } from "./fill.js";
import { drawLine, segmentsOn } from "./day-line.js";
import { readDay } from "./day.js";
import { button } from "./elements.js";
import { Parts } from "./now-parts.js";
import { leavePlace, nextTable } from "./place.js";
import { along, at } from "./plan.js";
import { everyMinute, present, toFive } from "./present.js";

/** @typedef {import("./day.js").Day} Day @typedef {import("./day.js").Round} Round @typedef {import("./plan.js").Moment} Moment */
/** @typedef {import("./place.js").Place} Place */

/** Which round is looked at: the one on, or so many before or after it.
 * @param {Round[]} rounds
 * @param {Moment} moment
 * @param {number} aside
 */
export function lookedAt(rounds, moment, aside) {
  const here = moment.round ? rounds.indexOf(moment.round) : moment.next ? rounds.indexOf(moment.next) : rounds.length;
  return rounds[here + aside] ?? null;
}

/** Where the next turn is: of a round whose tables move, while turns are left.
 * @param {Round} round
 * @param {Place} place
 * @param {number} tables
 */
export function turnAt(round, place, tables) {
  return round.turns > 1 && round.rotate === "tables" ? nextTable(place.table, tables) : "";
}

/** Fills the place for it on the first page, and draws the line of the day on every page.
 * @param {Document} page
 * @param {Window} view
 * @param {Place} place
 */
export function startNow(page, view, place) {
  const line = page.getElementById("ds--line");
  const day = readDay(page);
  const clock = present(day ?? { zone: line?.dataset.zone ?? "", days: [] }, view);
  if (line) everyMinute(page, () => drawDay(line, day, clock()));
  const section = page.getElementById("ds--now");
  if (!section || !day) return;
  const now = new Now(section, day, view, place);
  everyMinute(page, () => now.show(clock()));
}

/** @param {HTMLElement} line @param {Day | null} day @param {number} instant */
function drawDay(line, day, instant) {
  const told = day && day.shown !== "none" ? (/** @type {number} */ time) => shownTime(toFive(time), day) : undefined;
  drawLine(line, segmentsOn(JSON.parse(line.dataset.line ?? "[]"), instant), instant, line.dataset.even !== undefined, told);
}

class Now {
  /** @param {HTMLElement} section @param {Day} day @param {Window} view @param {Place} place */
  constructor(section, day, view, place) {
    this.page = section.ownerDocument;
    this.section = section;
    this.words = JSON.parse(section.dataset.words ?? "{}");
    this.day = day;
    this.view = view;
    this.place = place;
    this.aside = 0;
    this.said = "";
    this.instant = 0;
    this.parts = new Parts(this.page, view, day, this.words);
  }

  /** @param {number} instant */
  show(instant) {
    this.instant = instant;
    const moment = at(this.day, instant);
    const on = ["round", "break", "between"].includes(moment.state) || (moment.state === "after" && this.isFresh(instant));
    const rounds = along(this.day).filter((round) => round.start !== null);
    const looked = on ? lookedAt(rounds, moment, this.aside) : null;
    const key = JSON.stringify([on, looked?.id, moment.state, moment.next?.id, this.aside, looked && this.turned(looked)]);
    if (key === this.said) return;
    this.said = key;
    this.section.hidden = !on;
    this.page.querySelector(".ds-home")?.classList.toggle("ds-home--below", on);
    if (!on) return;
    const parts = looked ? this.round(looked, rounds, moment) : this.after();
    this.section.replaceChildren(...parts);
    this.section.dataset.kind = looked?.kind === "talk" && looked.invitation ? "talk" : "";
  }

  /** Whether the last day ended less than a day ago. @param {number} instant */
  isFresh(instant) {
    const last = Math.max(...this.day.rounds.map((round) => round.end ?? 0));
    return instant - last < 24 * 3600;
  }

  /** @param {Round} round @param {Round[]} rounds @param {Moment} moment */
  round(round, rounds, moment) {
    const at = rounds.indexOf(round);
    const first = this.parts.made("div", "ds-now__first");
    const asked = this.turned(round);
    const talk = round.kind === "talk" && asked;
    first.append(this.line(round, moment, at, rounds.length), this.title(round, Boolean(talk)));
    if (asked) first.append(this.parts.made("p", talk ? "ds-now__alone" : "ds-now__ask", asked));
    if (talk) {
      if (round.led_by.length) first.append(this.parts.made("p", "ds-now__led", fill(this.words.led_by, { names: round.led_by.join(", ") })));
      if (this.placed(round)) first.append(this.parts.made("p", "ds-now__led", this.placed(round)));
    } else {
      first.append(...this.parts.steps(round), ...this.parts.sheets(round, this.place.letter));
    }
    if (at === rounds.length - 1) first.append(this.parts.home(false));
    const second = this.parts.made("div", "ds-now__second");
    second.append(...(talk ? [] : this.places(round)), ...this.parts.coming(rounds.slice(at + 1), round), ...this.leaving(round));
    return [first, second];
  }

  /** The line of the plan, with the ways to the round before and after. @param {Round} round @param {Moment} moment @param {number} at @param {number} count */
  line(round, moment, at, count) {
    const line = this.parts.made("div", "ds-now__line");
    const until = this.parts.time(round.end, round);
    const said = this.aside < 0 ? this.words.before : this.aside > 0 ? this.words.after : this.plan(round, moment, until);
    line.append(this.parts.made("p", `ds-now__plan${this.aside ? " ds-now__plan--aside" : ""}`, said));
    if (this.aside) line.append(button(this.page, "ds-now__back", this.words.back, () => this.look(-this.aside)));
    const ways = this.parts.made("span", "ds-now__ways");
    ways.append(this.way("‹", this.words.earlier, -1, at > 0), this.way("›", this.words.later, 1, at < count - 1));
    line.append(ways);
    return line;
  }

  /** @param {Round} round @param {Moment} moment @param {string} until */
  plan(round, moment, until) {
    if (moment.state === "between") return fill(this.words.begins, { time: this.parts.time(round.start, round) });
    return until ? fill(this.words.until, { time: until }) : this.words.now;
  }

  /** @param {string} sign @param {string} name @param {number} step @param {boolean} able */
  way(sign, name, step, able) {
    const way = button(this.page, "ds-now__way", sign, () => this.look(step));
    way.setAttribute("aria-label", name);
    way.disabled = !able;
    return way;
  }

  /** @param {number} step */
  look(step) {
    this.aside += step;
    this.show(this.instant);
    this.section.querySelector("h1")?.focus();
  }

  /** @param {Round} round @param {boolean} small */
  title(round, small) {
    const text = round.pause && round.kind !== "move" ? this.parts.pause(round) : round.title;
    const title = this.parts.made("h1", small ? "ds-now__title ds-now__title--small" : "ds-now__title", text);
    title.tabIndex = -1;
    return title;
  }

  /** The invitation, or that of the turn that the plan is at. @param {Round} round */
  turned(round) {
    if (!round.invitations.length || round.start === null || !round.turn) return round.invitation;
    const each = (round.turn + (round.between?.minutes ?? 0)) * 60;
    const turn = Math.min(round.invitations.length - 1, Math.max(0, Math.floor((this.instant - round.start) / each)));
    return this.aside ? round.invitation || round.invitations[0] : round.invitations[turn];
  }

  /** What is known of one's own place, each with its name. @param {Round} round */
  known(round) {
    const { table, letter, station } = this.place;
    const turn = turnAt(round, this.place, this.day.tables);
    return [["you", letter], ["table", table], ["station", station], ["turn", turn]].filter(([, value]) => value);
  }

  /** "You are B, at table 4."; "" where nothing is known. @param {Round} round */
  placed(round) {
    const words = this.words.place;
    const said = this.known(round).map(([name, value]) => [name, fill(words[`${name}_said`], { value })]);
    const parts = said.filter(([name]) => name !== "turn").map(([, text]) => text).join(", ");
    const turn = said.filter(([name]) => name === "turn").map(([, text]) => ` ${text}`).join("");
    return parts ? `${fill(words.said, { parts })}${turn}` : "";
  }

  /** One's own place, where it is known. @param {Round} round */
  places(round) {
    if (!this.placed(round)) return [];
    const place = this.parts.made("div", "ds-mine");
    place.append(this.parts.made("p", "ds-unseen", this.placed(round)));
    const list = place.appendChild(this.parts.made("div", "ds-mine__list"));
    list.setAttribute("aria-hidden", "true");
    for (const [name, value] of this.known(round)) {
      const each = list.appendChild(this.parts.made("p", "ds-mine__each"));
      each.append(this.parts.made("span", "ds-mine__label", this.words.place[name]), this.parts.made("b", "ds-mine__value", value));
    }
    return [place];
  }

  /** The way to forget one's place, below everything that is asked for more often. @param {Round} round */
  leaving(round) {
    return this.placed(round) ? [button(this.page, "ds-mine__leave", this.words.place.leave, () => this.leave())] : [];
  }

  leave() {
    leavePlace(this.page, this.view);
    this.place = { table: "", letter: "", station: "" };
    this.said = "";
    this.show(this.instant);
    this.section.querySelector("h1")?.focus();
  }

  /** After the last round: take the answers home, then say how it was. */
  after() {
    const first = this.parts.made("div", "ds-now__first");
    const title = this.parts.made("h1", "ds-now__title", this.words.over);
    title.tabIndex = -1;
    first.append(title, this.parts.made("p", "ds-now__ask", this.day.question), this.parts.home(true));
    const list = this.parts.made("ul", "ds-rows");
    if (this.day.feedback) list.append(this.parts.row("", this.words.feedback, this.day.feedback));
    list.append(this.parts.row("", this.words.whole, "agenda.html"));
    const note = this.parts.made("p", "ds-now__clock", fill(this.words.clock, { device: this.parts.device(), time: shownTime(this.instant, this.day) }));
    first.append(list, note);
    return [first];
  }
}
