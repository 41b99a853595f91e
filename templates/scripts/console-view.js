// What the facilitator sees: drawn into the frame that `templates/screen/console.html` holds, only where something has changed.

import { minutesAndSeconds, shownTime } from "./clock.js";
import { fill } from "./fill.js";
import { drawnOffer, drawnProposal, drawnRow } from "./console-parts.js";
import { rowsOf } from "./console-rows.js";
import { element, mark, say } from "./draw.js";
import { left, remaining, slidesFor } from "./run.js";
import { sideOf } from "./sides.js";
import { standing } from "./standing.js";
import { AHEAD, nearest, proposalOf, statusOf } from "./telling.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./day.js").Hand} Hand */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./slides.js").Slide} Slide */
/** @typedef {import("./standing.js").Standing} Standing */

/** @param {string} name */
export const part = (name) => /** @type {HTMLElement} */ (document.querySelector(`.ds-console__${name}`));

export class ConsoleView {
  /**
   * @param {Day} day
   * @param {Round[]} rounds
   * @param {any} words the section `console` of the words file
   * @param {any} screenWords the section `screen`
   */
  constructor(day, rounds, words, screenWords) {
    this.day = day;
    this.rounds = rounds;
    this.words = words;
    this.screenWords = screenWords;
    /** @type {Record<string, string>} */
    this.drawn = {};
    /** @type {ReturnType<typeof proposalOf>} */
    this.proposal = null;
  }

  /**
   * @param {Run} run
   * @param {number} now
   * @param {string} putOff the key of a proposal that was put off, or ""
   */
  show(run, now, putOff) {
    const slides = slidesFor(run, this.rounds);
    const slide = slides[run.slide];
    const told = standing(this.day, this.rounds, run, now);
    const proposal = proposalOf(this.day, this.rounds, told, this.words);
    const put = proposal !== null && proposal.key === putOff;
    this.proposal = put ? null : proposal;
    const seen = put ? { ...told, proposal: null } : told;
    const status = statusOf(this.day, this.rounds, told, this.words);
    say(part("clock"), shownTime(now, this.day));
    say(part("drift"), status.drift);
    say(part("goal"), status.goal);
    part("status").toggleAttribute("data-late", status.late);
    this.drawNow(run, slide, slides, told, now);
    this.once("rows", rowsOf(this.day, this.rounds, run, seen, this.words), (rows) => part("rows").replaceChildren(...rows.map(drawnRow)));
    const spare = told.on && told.drift <= -AHEAD ? -told.drift : 0;
    this.once("proposal", [this.proposal, spare, slide.round], () => part("proposal").replaceChildren(...this.frame(this.rounds[slide.round], spare)));
    this.once("notes", slide.round, () => this.drawNotes(this.rounds[slide.round]));
    this.once("hands", this.handsOf(slide, told), (hands) => part("hands").replaceChildren(...hands.map((each) => this.drawnHands(each.label, each.hands))));
    this.drawFoot(run);
  }

  /**
   * Draws a part where what it shows has changed.
   * @template T
   * @param {string} name
   * @param {T} value
   * @param {(value: T) => void} draw
   */
  once(name, value, draw) {
    const text = JSON.stringify(value);
    if (this.drawn[name] === text) return;
    this.drawn[name] = text;
    draw(value);
  }

  /**
   * @param {Run} run
   * @param {Slide} slide
   * @param {Slide[]} slides
   * @param {Standing} told
   * @param {number} now
   */
  drawNow(run, slide, slides, told, now) {
    const round = this.rounds[slide.round];
    const step = round.steps[slide.step];
    say(part("where"), this.where(slide, round));
    say(part("title"), slide.kind === "close" ? this.words.over : round.title);
    const uses = round.uses.filter((use) => use.number && ["worksheet", "reading"].includes(use.kind)).map((use) => use.label);
    say(part("line"), slide.kind === "close" ? "" : [round.groups, ...uses].filter(Boolean).join(", "));
    say(part("do"), slide.kind === "between" ? (round.between?.do ?? "") : (step?.do ?? round.invitation));
    this.drawTime(run, slide, slides, told, now);
    say(part("next"), this.nextWord(slides[run.slide + 1], slide));
    /** @type {HTMLButtonElement} */ (document.querySelector("[data-act=next]")).disabled = slide.kind === "close";
    say(part("pause"), run.clock.paused === null ? this.words.pause : this.words.go_on);
  }

  /**
   * @param {Run} run
   * @param {Slide} slide
   * @param {Slide[]} slides
   * @param {Standing} told
   * @param {number} now
   */
  drawTime(run, slide, slides, told, now) {
    const counts = run.clock.begun !== null;
    const own = left(run, now);
    const time = (/** @type {number} */ at) => shownTime(nearest(at), this.day);
    const start = this.rounds[slide.round].start;
    say(part("left"), counts ? minutesAndSeconds(remaining(run, slides, now)) : "");
    say(part("ends"), counts ? fill(this.words.ends, { time: time(told.told.ends[0]) }) : slide.kind === "open" && start ? fill(this.words.starts, { time: shownTime(start, this.day) }) : "");
    const several = slides.filter((each) => each.round === slide.round && each.kind === "step").length > 1;
    say(part("step"), !counts ? "" : own < 0 ? fill(this.words.step_over, { time: minutesAndSeconds(-own) }) : several ? fill(this.words.step_left, { time: minutesAndSeconds(own) }) : "");
    part("time").toggleAttribute("data-over", counts && own < 0);
  }

  /**
   * @param {Slide} slide
   * @param {Round} round
   */
  where(slide, round) {
    if (slide.kind === "open") return this.words.not_begun;
    if (slide.kind === "close") return "";
    const step = slide.step >= 0 ? fill(this.words.now_step, { step: slide.step + 1, steps: round.steps.length }) : this.words.now;
    const turn = round.turns > 1 ? `, ${fill(this.words.now_turn, { turn: slide.turn + 1, turns: round.turns })}` : "";
    return step + turn + (slide.kind === "between" ? `, ${this.words.between}` : "");
  }

  /**
   * @param {Slide | undefined} next
   * @param {Slide} here
   */
  nextWord(next, here) {
    if (!next || next.kind === "close") return this.words.finish;
    if (here.kind === "open") return this.words.begin;
    if (next.round !== here.round) return this.words.next_round;
    return next.turn !== here.turn || next.kind === "between" ? this.words.next_turn : this.words.next_step;
  }

  /**
   * The proposal; or, ahead of the plan, what there is time for. Nothing where all is on time.
   * @param {Round} round
   * @param {number} spare
   */
  frame(round, spare) {
    if (this.proposal) return [drawnProposal(this.proposal, this.words)];
    const offer = spare ? drawnOffer(round, spare, this.words) : null;
    return offer ? [offer] : [];
  }

  /** @param {Round} round */
  drawNotes(round) {
    const { words } = this;
    const materials = (round.materials ?? []).map((each) => (each.count > 1 ? `${each.count} ${each.name}` : each.name)).join(", ");
    const notes = /** @type {[string, string[]][]} */ ([[words.say, [round.say ?? ""]], [words.do, round.do ?? []], [words.watch_for, round.watch_for ?? []], [words.if_short, [round.if_short ?? ""]], [words.if_long, [round.if_long ?? ""]], [words.at_hand, [materials]]]);
    part("notes").replaceChildren(...notes.flatMap(([label, lines]) => {
      const told = lines.filter(Boolean);
      return told.length ? [element("div", "", element("dt", "", label), ...told.map((line) => element("dd", "", line)))] : [];
    }));
  }

  /**
   * What is handed out now, or next, and what is collected next.
   * @param {Slide} slide
   * @param {Standing} told
   */
  handsOf(slide, told) {
    const ahead = slide.kind === "close" ? [] : this.rounds.slice(told.from, told.from + told.items.length);
    const out = ahead.findIndex((round) => round.hand_out?.length);
    const back = ahead.findIndex((round) => round.collect?.length);
    const at = (/** @type {number} */ instant) => shownTime(nearest(instant), this.day);
    const timed = this.day.zone !== "" || told.on !== null;
    const moment = (/** @type {string} */ words, /** @type {number} */ instant) => fill(words, { time: timed ? at(instant) : "" });
    return [
      ...(out >= 0 ? [{ label: out === 0 && told.on ? this.words.hand_out_now : moment(this.words.hand_out_at, told.told.starts[out]), hands: ahead[out].hand_out ?? [] }] : []),
      ...(back >= 0 ? [{ label: moment(this.words.collect_at, told.told.ends[back]), hands: ahead[back].collect ?? [] }] : []),
    ];
  }

  /**
   * @param {string} label
   * @param {Hand[]} hands
   */
  drawnHands(label, hands) {
    const told = (/** @type {Hand} */ hand) => (hand.anonymous ? `, ${this.words.nameless}` : hand.copies ? `, ${this.words.each[hand.for] ?? ""}` : "");
    return element("div", "", element("p", "ds-console__label", label), ...hands.map((hand) => element("p", "ds-console__hand", hand.number ? mark(hand) : "", element("span", "", element("b", "", hand.label), told(hand)))));
  }

  /** @param {Run} run */
  drawFoot(run) {
    const undo = /** @type {HTMLButtonElement} */ (document.querySelector("[data-act=undo]"));
    const last = run.changes.at(-1);
    say(undo, last ? fill(this.words.undo, { time: shownTime(last.at, this.day) }) : this.words.no_undo);
    undo.disabled = !last;
    say(part("people"), run.people ? fill(this.words.here, { people: run.people }) : this.words.counted);
  }

  /**
   * The groups to count off: for the round that is on, or the next one in which people come together.
   * @param {Run} run
   */
  drawGroups(run) {
    const slide = slidesFor(run, this.rounds)[run.slide];
    const sides = this.rounds.slice(slide.round).map((round, at) => ({ round, at, side: sideOf("groups", this.day, round, at ? 0 : slide.step, run.people, this.screenWords) }));
    const found = sides.find((each) => each.side);
    const lines = found?.side?.lines.map(([label, text]) => element("p", "", element("b", "", `${label}: `), text)) ?? [];
    part("groups").replaceChildren(...(found ? [element("p", "ds-console__label", found.round.title), element("p", "ds-console__large", found.side?.large ?? ""), ...lines] : []));
    /** @type {HTMLButtonElement} */ (part("count").querySelector("[data-act=groups]")).hidden = found?.at !== 0;
  }
}
