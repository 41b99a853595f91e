// The parts of the first page while the day is on: what a round, a sheet, a row is made of.

import { shownTime } from "./clock.js";
import { fill } from "./fill.js";
import { button, made } from "./elements.js";
import { toFive } from "./present.js";
import { progress } from "./progress.js";

/** @typedef {import("./day.js").Day} Day @typedef {import("./day.js").Round} Round @typedef {import("./day.js").Use} Use */

const KINDS = ["worksheet", "reading"];
const OFFERED = [...KINDS, "portrait"];
const MOST = 5;

/** The part of a jigsaw that a letter reads, as an address within the site; "" for none.
 * @param {Round} round
 * @param {string} letter
 */
export function partOf(round, letter) {
  return round.letters.find((each) => each.letter === letter)?.address ?? "";
}

/** Makes parts for one page and one day. */
export class Parts {
  /** @param {Document} page @param {Window} view @param {Day} day @param {Record<string, any>} words */
  constructor(page, view, day, words) {
    this.page = page;
    this.view = view;
    this.day = day;
    this.words = words;
  }

  /** `Break, back at 10:45`. @param {Round} round */
  pause(round) {
    const time = this.time(round.end, round);
    return time ? fill(this.words.pause, { title: round.title, time }) : round.title;
  }

  /** @param {Round} round */
  steps(round) {
    if (!round.steps.length) return [];
    const list = this.made("ol", "ds-now__steps");
    for (const step of round.steps) {
      const item = list.appendChild(this.made("li", "ds-now__step"));
      item.append(this.made("span", "ds-now__do", step.do));
      if (step.minutes) item.append(this.made("span", "ds-now__minutes", fill(this.words.min, { minutes: step.minutes })));
    }
    return [list];
  }

  /** The sheet for it, filled; a second one is a plain row, and so is each of several cases, of which a table reads one. @param {Round} round @param {string} letter one's own, or "" */
  sheets(round, letter) {
    const uses = round.uses.filter((use) => OFFERED.includes(use.kind) && use.number).sort((a, b) => Number(a.kind === "portrait") - Number(b.kind === "portrait"));
    const choice = uses.length > 1 && uses[0].kind === "portrait";
    return uses.map((use, at) => {
      const main = at === 0 && !choice;
      const part = use.kind === "reading" ? partOf(round, letter) : "";
      const link = this.made("a", main ? "ds-button ds-button--main ds-now__sheet" : "ds-button ds-now__sheet");
      link.href = part || use.address;
      const words = this.made("span", "ds-button__words", this.ask(use, part, letter));
      const line = use.kind === "worksheet" ? progress(this.page, this.view, use.id).words : use.title;
      words.append(" ", this.made("span", "ds-button__line", line));
      link.append(...(use.kind === "portrait" ? [] : [this.mark(use)]), words);
      const place = this.made("p", "ds-do");
      place.append(link);
      return place;
    });
  }

  /** @param {Use} use @param {string} part @param {string} letter */
  ask(use, part, letter) {
    const label = use.label.charAt(0).toLowerCase() + use.label.slice(1);
    if (use.kind === "worksheet") return fill(this.words.fill_in, { sheet: label });
    return part ? fill(this.words.read_part, { sheet: label, letter: letter }) : fill(this.words.read, { sheet: label });
  }

  /** @param {{number: number, kind: string}} use */
  mark(use) {
    const mark = this.made("span", `ds-mark${use.kind === "reading" ? " ds-mark--reading" : ""}`, String(use.number));
    mark.setAttribute("aria-hidden", "true");
    return mark;
  }

  /** @param {Round} round @param {boolean} wide whether only a wide page shows it */
  comes(round, wide) {
    const sheet = round.uses.find((use) => KINDS.includes(use.kind) && use.number);
    const row = this.row(this.time(round.start, round), round.pause ? this.pause(round) : round.title, round.pause ? "" : `agenda.html#${round.id}`, sheet);
    if (wide) row.classList.add("ds-now__wide");
    return row;
  }

  /** @param {string} before @param {string} words @param {string} address @param {{number: number, kind: string}} [sheet] */
  row(before, words, address, sheet) {
    const row = this.made("li", "ds-rows__row");
    const inside = this.made(address ? "a" : "div", address ? "ds-rows__link" : "ds-rows__item");
    if (address) /** @type {HTMLAnchorElement} */ (inside).href = address;
    if (before) inside.append(this.made("span", "ds-rows__before", before), " ");
    const said = inside.appendChild(this.made("span", "ds-rows__words"));
    said.append(this.made("span", "ds-rows__title", words));
    if (sheet) inside.append(" ", this.mark(sheet));
    row.append(inside);
    return row;
  }

  /** @param {{name: string, password: string}} wifi */
  wifi(wifi) {
    const row = this.row(this.words.wifi, `${wifi.name}${wifi.password ? ` · ${wifi.password}` : ""}`, "");
    if (wifi.password && this.view.navigator.clipboard) {
      const copy = button(this.page, "ds-now__copy", this.words.copy, async () => {
        await this.view.navigator.clipboard.writeText(wifi.password);
        copy.textContent = this.words.copied;
      });
      row.firstElementChild?.append(copy);
    }
    return row;
  }

  /** @param {boolean} main */
  home(main) {
    const link = this.made("a", main ? "ds-button ds-button--main" : "ds-button", "");
    link.href = "take-home.html";
    link.append(this.made("span", "ds-button__words", this.words.send));
    const place = this.made("p", "ds-do");
    place.append(link);
    return place;
  }

  device() {
    return this.view.matchMedia("(pointer: coarse), (max-width: 599.98px)").matches ? this.words.phone : this.words.computer;
  }

  /** A time as this audience may know it: to five minutes, or none. @param {number | null} instant @param {Round} round */
  time(instant, round) {
    const hidden = this.day.shown === "none" || (this.day.shown === "breaks" && !round.pause);
    if (instant === null || hidden) return "";
    return shownTime(this.day.facilitator ? instant : toFive(instant), this.day);
  }

  /** What comes: the next round, the next break, slides; on a wide page five. @param {Round[]} rounds @param {Round} round */
  coming(rounds, round) {
    const title = this.made("h2", "ds-now__next", this.words.next);
    const list = this.made("ul", "ds-rows");
    const ahead = rounds.filter((each) => each.date === round.date);
    const pause = ahead.find((each) => each.pause && each.kind !== "move");
    for (const [index, each] of ahead.slice(0, MOST).entries()) list.append(this.comes(each, index > 0 && each !== pause));
    if (pause && !ahead.slice(0, MOST).includes(pause)) list.append(this.comes(pause, false));
    if (round.slides && this.words.slides_address) list.append(this.row(this.words.slides, round.slides, this.words.slides_address));
    if (this.day.wifi) list.append(this.wifi(this.day.wifi));
    if (!list.childElementCount) return [];
    const agenda = this.made("a", "ds-now__agenda", this.words.whole);
    agenda.href = "agenda.html";
    const more = this.made("p", "ds-now__whole");
    more.append(agenda);
    return [title, list, more];
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name @param {string} css @param {string} [text]
   * @returns {HTMLElementTagNameMap[Name]}
   */
  made(name, css, text) {
    return made(this.page, name, css, text);
  }
}
