// Rounds made shorter while the session runs: the change is taken, and can be undone. Pure; instants are seconds of the epoch.

import { ahead, changed, left, slidesFor } from "./run.js";

/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./run.js").Run} Run */

/**
 * The run with new minutes for rounds, by id. What the round on the screen loses comes from its clock and from its slides
 * ahead, in proportion; of what is over nothing can be taken.
 * @param {Run} run
 * @param {Round[]} rounds
 * @param {Record<string, number>} minutes
 * @param {number} now
 * @returns {Run}
 */
export function take(run, rounds, minutes, now) {
  const slides = slidesFor(run, rounds);
  const here = slides[run.slide];
  const on = here.kind === "open" || here.kind === "close" ? null : rounds[here.round];
  const lengths = on && minutes[on.id] !== undefined ? shortened(run, rounds, on, minutes[on.id], now) : run.lengths;
  const changes = [...run.changes, { at: now, minutes: run.minutes, lengths: run.lengths }];
  return laid(run, rounds, { ...run.minutes, ...minutes }, lengths, changes);
}

/**
 * The run without the last change that was taken.
 * @param {Run} run
 * @param {Round[]} rounds
 * @returns {Run}
 */
export function undo(run, rounds) {
  const last = run.changes.at(-1);
  return last ? laid(run, rounds, last.minutes, last.lengths, run.changes.slice(0, -1)) : run;
}

/**
 * The seconds of every clock of the round that is on, when it lasts `minutes` in all.
 * @param {Run} run
 * @param {Round[]} rounds
 * @param {Round} on
 * @param {number} minutes
 * @param {number} now
 */
function shortened(run, rounds, on, minutes, now) {
  const slides = slidesFor(run, rounds);
  const here = slides[run.slide];
  const coming = ahead(run, slides);
  const still = Math.max(0, left(run, now));
  const all = coming.reduce((sum, slide) => sum + slide.seconds, still);
  const part = all > 0 ? Math.min(1, (((run.minutes[on.id] ?? on.minutes) - minutes) * 60) / all) : 0;
  const own = slides.filter((slide) => slide.round === here.round).map((slide) => [slide.clock, slide.seconds]);
  const later = coming.map((slide) => [slide.clock, Math.round(slide.seconds * (1 - part))]);
  return { ...run.lengths, ...Object.fromEntries([...own, ...later, [here.clock, here.seconds - Math.round(still * part)]]) };
}

/**
 * @param {Run} run
 * @param {Round[]} rounds
 * @param {Record<string, number>} minutes
 * @param {Record<string, number>} lengths
 * @param {Run["changes"]} changes
 * @returns {Run}
 */
function laid(run, rounds, minutes, lengths, changes) {
  const before = slidesFor(run, rounds)[run.slide];
  const after = slidesFor({ minutes, lengths }, rounds)[run.slide];
  const total = run.clock.total + after.seconds - before.seconds;
  const clock = run.clock.begun === null || before.kind === "break" ? run.clock : { ...run.clock, total };
  return changed(run, { minutes, lengths, changes, clock });
}
