// What the room sees: one slide at a time, drawn into the frame that `templates/screen/screen.html` holds.

import { shownTime } from "./clock.js";
import { fill } from "./fill.js";
import { figure, share, stateOf } from "./countdown.js";
import { element, mark, say } from "./draw.js";
import { left, slidesFor } from "./run.js";
import { fit } from "./screen-fit.js";
import { address, drawDay, drawnSide, line, lower, part } from "./screen-parts.js";
import { sideOf } from "./sides.js";
import { invitationOf } from "./slides.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./day.js").Use} Use */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./slides.js").Slide} Slide */

export class ScreenView {
  /**
   * @param {Day} day
   * @param {Round[]} rounds
   * @param {any} words the section `screen` of the words file
   */
  constructor(day, rounds, words) {
    this.day = day;
    this.rounds = rounds;
    this.words = words;
    this.drawn = "";
  }

  /**
   * Shows a run as it stands at an instant.
   * @param {Run} run
   * @param {number} now
   */
  show(run, now) {
    const slides = slidesFor(run, this.rounds);
    const slide = slides[run.slide];
    const drawn = JSON.stringify([run.slide, run.side, run.people, run.minutes, run.lengths]);
    document.body.dataset.kind = slide.kind;
    document.body.toggleAttribute("data-black", run.black);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      this.draw(slide, slides, run);
    }
    this.tick(run, slide, slides, now);
  }

  /**
   * Everything of a slide that stays while it is on.
   * @param {Slide} slide
   * @param {Slide[]} slides
   * @param {Run} run
   */
  draw(slide, slides, run) {
    const round = this.rounds[slide.round];
    const still = slide.kind === "open" || slide.kind === "close";
    const side = sideOf(run.side || (slide.kind === "open" ? "wifi" : ""), this.day, round, slide.step, run.people, this.words);
    const asked = this.asked(slide, round);
    part("title").textContent = still ? this.day.title : asked === round.title && slide.kind !== "break" ? round.called : round.title;
    part("turn").textContent = !still && round.turns > 1 ? fill(this.words.turn, { turn: slide.turn + 1, turns: round.turns }) : "";
    part("invitation").textContent = asked;
    part("steps").replaceChildren(...(side ? [] : this.steps(slide, slides, round)));
    part("beside").replaceChildren(...(side ? drawnSide(side) : []));
    part("foot").replaceChildren(...this.foot(slide, round));
    this.drawSheet(slide, round, run.side);
    document.body.toggleAttribute("data-side", side !== null);
    fit(document.body, slide.kind === "step" ? slide.step : -1);
  }

  /**
   * @param {Slide} slide
   * @param {Round} round
   */
  asked(slide, round) {
    if (slide.kind === "open") return this.day.question || round.invitation;
    if (slide.kind === "close") return this.day.question || this.words.after;
    if (slide.kind === "between") return round.between?.do ?? "";
    return invitationOf(round, slide.turn) || round.purpose || round.title;
  }

  /**
   * The steps of a round as rows, with the minutes that they have by now.
   * @param {Slide} slide
   * @param {Slide[]} slides
   * @param {Round} round
   */
  steps(slide, slides, round) {
    if (slide.kind !== "step") return [];
    const own = slides.filter((each) => each.round === slide.round && each.turn === slide.turn && each.kind === "step");
    return round.steps.map((step, at) => {
      const minutes = step.minutes ? Math.max(1, Math.round(own[at].seconds / 60)) : 0;
      const row = element("li", "ds-room__step", element("span", "ds-room__number", String(at + 1)), element("span", "ds-room__do", step.do));
      if (minutes) row.append(element("span", "ds-room__minutes", `${minutes}\u00a0${this.words.min}`));
      if (at === slide.step) row.setAttribute("aria-current", "step");
      return row;
    });
  }

  /**
   * With whom and who is silent; in a break what comes then, and one practical line.
   * @param {Slide} slide
   * @param {Round} round
   */
  foot(slide, round) {
    if (slide.kind === "break") return this.afterBreak(slide, round);
    if (slide.kind === "open") return this.begins(round);
    if (slide.kind === "close") return this.day.question ? [element("li", "ds-room__fact", this.words.after)] : [];
    if (slide.kind === "between") return this.turning(round);
    const step = round.steps[slide.step];
    const silent = step?.silent;
    const roles = slide.step <= 0 && slide.turn === 0 ? round.roles.map((role) => role.name).join(", ") : "";
    const lines = [
      line("people", step?.groups || (slide.step < 0 ? round.groups : round.sits)),
      line("person", step?.who || roles),
      line("silent", silent ? (/everyone$|^all$/i.test(silent) ? this.words.silent_all : fill(this.words.silent, { who: silent })) : ""),
    ];
    return lines.flatMap((each) => (each ? [each] : []));
  }

  /** @param {Round} round */
  begins(round) {
    const text = round.start === null ? "" : fill(this.words.begins, { time: shownTime(round.start, this.day) });
    return text ? [element("li", "ds-room__fact", text)] : [];
  }

  /** @param {Round} round */
  turning(round) {
    const moves = round.rotate ? this.words.rotate[round.rotate] : "";
    const text = round.stay ? fill(this.words.stays, { who: round.stay }) : moves;
    return text ? [element("li", "ds-room__fact", text)] : [];
  }

  /**
   * @param {Slide} slide
   * @param {Round} round
   */
  afterBreak(slide, round) {
    const then = this.rounds[slide.round + 1];
    const about = this.day.practical.flatMap((each) => each.split(/(?<=[.?])\s/)).find((each) => each.toLowerCase().includes(round.title.toLowerCase()));
    const use = then?.uses.find((each) => each.number && ["worksheet", "reading"].includes(each.kind));
    const comes = then && then.date === round.date
      ? [element("li", "ds-room__then", element("span", "ds-room__label", then.groups ? fill(this.words.then_with, { groups: lower(then.groups) }) : this.words.then), element("strong", "", use ? mark(use) : "", then.title))]
      : [];
    return [...comes, ...(about ? [element("li", "ds-room__then", element("span", "ds-room__label", round.title), element("strong", "", about))] : [])];
  }

  /**
   * What stands beside the countdown, with its code: the sheet of the round; before and after the day the site, and feedback;
   * the wifi while it is shown.
   * @param {Slide} slide
   * @param {Round} round
   * @param {string} side
   */
  drawSheet(slide, round, side) {
    const { name, title, typed, use } = this.beside(slide, round, side);
    const code = document.querySelector(`[data-code="${CSS.escape(name)}"] svg`);
    const shown = name !== "" && (use !== null || code !== null);
    const words = element("p", "", element("strong", "", title), typed ? address(typed) : "");
    part("sheet").replaceChildren(...(shown ? [...(use ? [mark(use)] : []), words] : []));
    part("code").replaceChildren(...(code && shown ? [code.cloneNode(true)] : []));
  }

  /**
   * @param {Slide} slide
   * @param {Round} round
   * @param {string} side
   * @returns {{name: string, title: string, typed: string, use: Use | null}}
   */
  beside(slide, round, side) {
    if (side === "wifi" && this.day.wifi) return { name: "wifi", title: this.words.wifi, typed: this.day.wifi.name, use: null };
    if (slide.kind === "open") return { name: "site", title: this.words.here, typed: this.day.site, use: null };
    if (slide.kind === "close") return { name: "feedback", title: this.words.feedback, typed: "", use: null };
    const use = round.uses.find((each) => each.number && ["worksheet", "reading"].includes(each.kind)) ?? round.uses.find((each) => each.number);
    return use && slide.kind !== "break" ? { name: `${use.kind}/${use.id}`, title: use.label, typed: use.typed, use } : { name: "", title: "", typed: "", use: null };
  }

  /**
   * What moves: the figure, its words, the bar, the day line.
   * @param {Run} run
   * @param {Slide} slide
   * @param {Slide[]} slides
   * @param {number} now
   */
  tick(run, slide, slides, now) {
    const [rest, total] = this.counted(run, slide, now);
    const state = stateOf(rest, total);
    const paused = run.clock.paused !== null;
    document.body.dataset.state = slide.kind === "break" && state !== "over" && state !== "none" ? "calm" : state;
    document.body.toggleAttribute("data-paused", paused);
    const opens = slide.kind === "open";
    const shown = slide.kind === "break" && state !== "over" ? String(Math.ceil(rest / 60)) : figure(rest, total);
    say(part("figure"), state === "none" || (opens && state === "over") ? "" : shown);
    say(part("words"), paused ? this.words.paused : this.worded(slide, state, rest));
    part("rest").style.width = `${(share(rest, total) * 100).toFixed(2)}%`;
    if (slide.kind === "break") this.tellBack(rest, now, total);
    drawDay(this.rounds, run, slides, now);
  }

  /**
   * Seconds left and in all: of the slide's clock, or, before the day, until it begins, from an hour before.
   * @param {Run} run
   * @param {Slide} slide
   * @param {number} now
   */
  counted(run, slide, now) {
    if (slide.kind !== "open") return [left(run, now), run.clock.total];
    const start = this.rounds[slide.round].start;
    const wait = start === null ? 0 : start - now;
    return wait > 0 && wait <= 3600 ? [wait, 3600] : [0, 0];
  }

  /**
   * @param {Slide} slide
   * @param {ReturnType<typeof stateOf>} state
   * @param {number} rest
   */
  worded(slide, state, rest) {
    const one = Math.ceil(rest / 60) === 1;
    if (state === "none") return "";
    if (slide.kind === "open") return state === "over" ? "" : this.words.until_start;
    if (state === "over") return this.words.over;
    if (slide.kind === "break") return one ? this.words.minute : this.words.minutes;
    return state === "calm" ? (one ? this.words.minute_left : this.words.minutes_left) : this.words[state];
  }

  /**
   * @param {number} rest
   * @param {number} now
   * @param {number} total
   */
  tellBack(rest, now, total) {
    const timed = this.day.zone !== "" || total > 0;
    say(part("at"), timed ? this.words.back_at : "");
    const time = shownTime(Math.round((now + rest) / 60) * 60, this.day);
    say(part("time"), timed ? time : "");
    part("time").toggleAttribute("data-long", time.length > 5);
  }
}
