// Where a running session stands against its plan: what is still to come today, when, and by how much it is late. Pure;
// instants are seconds of the epoch.

import { forecast, propose } from "./plan.js";
import { remaining, slidesFor } from "./run.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./plan.js").Item} Item */

/**
 * `on` is the round on the screen (null before and after), `from` its place among the rounds (of the first to come, before),
 * `items` what is still to run today, `told` when, `drift` the minutes behind its plan (less than none: ahead), `end` when the
 * day must be over, `proposal` what would bring it back.
 * @typedef {{on: Round | null, from: number, items: Item[], told: import("./plan.js").Forecast, drift: number,
 *   end: number | null, proposal: import("./plan.js").Proposal | null}} Standing
 */

/**
 * @param {Day} day
 * @param {Round[]} rounds those of the run's track
 * @param {Run} run
 * @param {number} now
 * @returns {Standing}
 */
export function standing(day, rounds, run, now) {
  const slides = slidesFor(run, rounds);
  const here = slides[run.slide];
  const on = here.kind === "open" || here.kind === "close" ? null : rounds[here.round];
  const from = here.kind === "close" ? rounds.length : here.round;
  const date = rounds[from]?.date;
  const today = rounds.slice(from).filter((round) => round.date === date);
  const still = remaining(run, slides, now);
  const items = today.map((round, at) => itemOf(round, run, on && at === 0 ? still : null));
  const begin = on ? now : Math.max(now, today[0]?.start ?? now);
  const told = forecast(items, begin);
  const end = day.days.find((each) => each.date === date)?.end ?? null;
  const timed = today.length > 0 && today[0].start !== null;
  return { on, from, items, told, drift: timed ? driftOf(on, today, told) : 0, end, proposal: timed ? propose(items, begin, end) : null };
}

/**
 * @param {Round} round
 * @param {Run} run
 * @param {number | null} still the seconds that the round on the screen still takes; null for one to come
 * @returns {Item}
 */
function itemOf(round, run, still) {
  const minutes = run.minutes[round.id] ?? round.minutes;
  const length = still ?? minutes * 60;
  const most = still === null ? minutes : Math.floor(still / 60) - 1;
  const slack = Math.max(0, Math.min(minutes - round.least, most));
  return { id: round.id, title: round.title, minutes, least: round.least, most: Math.max(round.most, minutes), slack, length, anchor: round.anchored ? round.start : null };
}

/**
 * Minutes by which what is on will end after its plan says; before it begins, by which it begins late.
 * @param {Round | null} on
 * @param {Round[]} today
 * @param {import("./plan.js").Forecast} told
 */
function driftOf(on, today, told) {
  const seconds = on ? told.ends[0] - Number(on.end) : told.starts[0] - Number(today[0].start);
  return Math.round(seconds / 60);
}
