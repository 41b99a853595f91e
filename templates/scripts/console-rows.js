// The run of show in the console: what was planned, what happened, and what will, with the change that is proposed. Pure.

import { shownTime } from "./clock.js";
import { fill } from "./fill.js";
import { nearest } from "./telling.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./standing.js").Standing} Standing */

/**
 * One row: `gone` is a time or a number that no longer holds, `becomes` what takes its place, `proposed` whether it is only
 * proposed; `real` is told plainly where it changes nothing.
 * @typedef {{plan: string, real: string, gone: string, title: string, minutes: number, before: number, proposed: boolean, is: "gone" | "on" | "ahead", pause: boolean}} Row
 */

/**
 * The rounds of the day that is on.
 * @param {Day} day
 * @param {Round[]} rounds
 * @param {Run} run
 * @param {Standing} told
 * @param {any} words
 * @returns {Row[]}
 */
export function rowsOf(day, rounds, run, told, words) {
  const date = (rounds[told.from] ?? rounds[rounds.length - 1]).date;
  return rounds.flatMap((round, at) => (round.date === date ? [rowOf(day, rounds, at, run, told, words)] : []));
}

/**
 * @param {Day} day
 * @param {Round[]} rounds
 * @param {number} at
 * @param {Run} run
 * @param {Standing} told
 * @param {any} words
 * @returns {Row}
 */
function rowOf(day, rounds, at, run, told, words) {
  const round = rounds[at];
  const index = at - told.from;
  const ahead = index > 0 || (index === 0 && !told.on);
  const time = (/** @type {number | null | undefined} */ instant) => (instant ? shownTime(nearest(instant), day) : "");
  const [plainly, then] = [told.told.starts[index], told.proposal?.forecast.starts[index]];
  const moves = ahead && then !== undefined && Math.abs(then - plainly) >= 60;
  const now = run.minutes[round.id] ?? round.minutes;
  const proposed = told.proposal?.minutes[round.id];
  return {
    plan: time(round.start),
    real: ahead ? (moves ? time(then) : expected(round, plainly, told, time)) : time(run.real[round.id]?.start),
    gone: moves ? time(plainly) : "",
    title: titleOf(round, rounds[at + 1], ahead, index, told, time, words),
    minutes: proposed ?? now,
    before: proposed !== undefined ? now : now !== round.minutes ? round.minutes : 0,
    proposed: moves || proposed !== undefined,
    is: index < 0 ? "gone" : ahead ? "ahead" : "on",
    pause: round.pause,
  };
}

/**
 * When a round will begin, where that is not simply its plan.
 * @param {Round} round
 * @param {number} plainly
 * @param {Standing} told
 * @param {(instant: number | null) => string} time
 */
function expected(round, plainly, told, time) {
  const off = round.start === null || Math.abs(plainly - round.start) >= 60;
  return off || (round.anchored && told.drift !== 0) ? time(plainly) : "";
}

/**
 * @param {Round} round
 * @param {Round | undefined} after
 * @param {boolean} ahead
 * @param {number} index
 * @param {Standing} told
 * @param {(instant: number | null) => string} time
 * @param {any} words
 */
function titleOf(round, after, ahead, index, told, time, words) {
  const forecast = told.proposal?.forecast ?? told.told;
  const begin = forecast.starts[index];
  if ((!after || after.date !== round.date) && index >= 0 && round.start !== null) return fill(words.ends_at, { title: round.title, time: time(forecast.ends[index]) });
  const held = ahead && round.anchored && round.start !== null && told.drift >= 1 && begin - round.start < 60;
  return held ? fill(words.held, { title: round.title }) : round.title;
}
