// How a session really runs: which slide is on, its clock, what was shortened, what happened when. One plain value, which the
// room screen and the console share and keep; every change gives a new one. Pure; instants are seconds of the epoch.

import { slidesOf } from "./slides.js";

/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./slides.js").Slide} Slide */
/** @typedef {{begun: number | null, total: number, held: number, paused: number | null}} Clock `held` seconds it stood still. */
/** @typedef {{start: number, end: number | null}} Real */

/**
 * `turned` counts every change, so that the newer of two runs is known. `changes` are the minutes of rounds before each change
 * that was taken, `lengths` the seconds of clocks that such a change left to the round that was on; `side` is what takes the
 * place of the steps ("" for nothing); `black` whether the screen is dark.
 * @typedef {{mark: string, track: string, turned: number, slide: number, clock: Clock, real: Record<string, Real>,
 *   minutes: Record<string, number>, lengths: Record<string, number>, changes: Change[],
 *   past: {slide: number, clock: Clock, real: Record<string, Real>}[], people: number, side: string, black: boolean}} Run
 * @typedef {{at: number, minutes: Record<string, number>, lengths: Record<string, number>}} Change
 */

const STILL = /** @type {Clock} */ ({ begun: null, total: 0, held: 0, paused: null });
/** A break that begins earlier than this (seconds) before its time is as long as it was planned. */
const EARLY = 1800;
/** So many steps back are kept. */
const BACK = 40;

/**
 * A run that has yet to begin.
 * @param {string} mark
 * @param {string} track
 * @param {number} people
 * @returns {Run}
 */
export function fresh(mark, track = "", people = 0) {
  return { mark, track, turned: 0, slide: 0, clock: STILL, real: {}, minutes: {}, lengths: {}, changes: [], past: [], people, side: "", black: false };
}

/**
 * Says by which rounds a run goes: their ids and lengths. A run of other rounds cannot be taken up.
 * @param {Round[]} rounds
 */
export function markOf(rounds) {
  const text = JSON.stringify(rounds.map((round) => [round.id, round.start, round.turns, round.steps.length, round.minutes]));
  return [...text].reduce((hash, letter) => (Math.imul(hash, 33) ^ letter.charCodeAt(0)) >>> 0, 5381).toString(36);
}

/**
 * The slides of a run, as long as they are by now.
 * @param {Pick<Run, "minutes" | "lengths">} run
 * @param {Round[]} rounds
 * @returns {Slide[]}
 */
export function slidesFor(run, rounds) {
  return slidesOf(rounds, run.minutes).map((slide) => ({ ...slide, seconds: run.lengths[slide.clock] ?? slide.seconds }));
}

/**
 * Seconds that the clock still has; less than none when it is over.
 * @param {Run} run
 * @param {number} now
 */
export function left(run, now) {
  const { begun, total, held, paused } = run.clock;
  return begun === null ? total : total - ((paused ?? now) - begun - held);
}

/**
 * @param {Run} run
 * @param {Partial<Run>} change
 * @returns {Run}
 */
export function changed(run, change) {
  return { ...run, ...change, turned: run.turned + 1 };
}

/**
 * The run with the slide after; at the last it stays.
 * @param {Run} run
 * @param {Round[]} rounds
 * @param {number} now
 * @returns {Run}
 */
export function next(run, rounds, now) {
  return goTo(run, rounds, run.slide + 1, now);
}

/**
 * The run as it stood before the last step: with its clock, as if nobody had gone on.
 * @param {Run} run
 * @param {Round[]} rounds
 * @param {number} now
 * @returns {Run}
 */
export function back(run, rounds, now) {
  const before = run.past.at(-1);
  if (before) return changed(run, { ...before, past: run.past.slice(0, -1), side: "", black: false });
  return run.slide ? { ...goTo(run, rounds, run.slide - 1, now), past: [] } : run;
}

/**
 * The run at the first slide of the round after.
 * @param {Run} run
 * @param {Round[]} rounds
 * @param {number} now
 * @returns {Run}
 */
export function nextRound(run, rounds, now) {
  const slides = slidesFor(run, rounds);
  const here = slides[run.slide];
  const found = slides.findIndex((slide, at) => at > run.slide && (slide.round !== here.round || here.kind === "open" || slide.kind === "close"));
  return found < 0 ? run : goTo(run, rounds, found, now);
}

/**
 * @param {Run} run
 * @param {Round[]} rounds
 * @param {number} to
 * @param {number} now
 * @returns {Run}
 */
function goTo(run, rounds, to, now) {
  const slides = slidesFor(run, rounds);
  const [here, there] = [slides[run.slide], slides[to]];
  if (!there) return run;
  const same = there.clock !== "" && here?.clock === there.clock;
  const clock = same ? run.clock : { begun: there.seconds ? now : null, total: lengthOf(there, rounds, now), held: 0, paused: null };
  const past = [...run.past, { slide: run.slide, clock: run.clock, real: run.real }].slice(-BACK);
  return changed(run, { slide: to, clock, past, real: realAt(run.real, rounds, here, there, now), side: "", black: false });
}

/**
 * Seconds of a slide that begins now: a break lasts until the round after it begins on the minute, if that is known.
 * @param {Slide} slide
 * @param {Round[]} rounds
 * @param {number} now
 */
function lengthOf(slide, rounds, now) {
  const after = rounds[slide.round + 1];
  if (slide.kind !== "break" || !after?.anchored || !after.start || after.date !== rounds[slide.round].date) return slide.seconds;
  const wait = after.start - now;
  return wait > 0 && wait <= slide.seconds + EARLY ? wait : slide.seconds;
}

/**
 * When rounds really began and ended, with a step from one slide to another.
 * @param {Record<string, Real>} real
 * @param {Round[]} rounds
 * @param {Slide | undefined} here
 * @param {Slide} there
 * @param {number} now
 */
function realAt(real, rounds, here, there, now) {
  const found = { ...real };
  const is = (/** @type {Slide | undefined} */ slide) => (slide && slide.kind !== "open" && slide.kind !== "close" ? rounds[slide.round].id : "");
  const [from, to] = [is(here), is(there)];
  if (from && from !== to && found[from]) found[from] = { ...found[from], end: now };
  if (to && to !== from) found[to] = { start: found[to]?.start ?? now, end: null };
  return found;
}

/**
 * The run with its clock stopped, or going on.
 * @param {Run} run
 * @param {number} now
 * @returns {Run}
 */
export function pause(run, now) {
  const { begun, paused, held } = run.clock;
  if (begun === null) return run;
  const clock = paused === null ? { ...run.clock, paused: now } : { ...run.clock, paused: null, held: held + (now - paused) };
  return changed(run, { clock });
}

/**
 * The run with more time on its clock. A clock that is over begins anew with it.
 * @param {Run} run
 * @param {number} seconds
 * @param {number} now
 * @returns {Run}
 */
export function add(run, seconds, now) {
  if (run.clock.begun === null) return run;
  const over = Math.max(0, -left(run, now));
  return changed(run, { clock: { ...run.clock, total: run.clock.total + seconds + over } });
}

/**
 * The slides of the round on the screen that are still to come, one for each clock but the one that runs.
 * @param {Run} run
 * @param {Slide[]} slides
 * @returns {Slide[]}
 */
export function ahead(run, slides) {
  const here = slides[run.slide];
  const counted = new Set([here.clock]);
  return slides.slice(run.slide + 1).filter((slide) => {
    const first = slide.round === here.round && slide.kind !== "close" && !counted.has(slide.clock);
    counted.add(slide.clock);
    return first;
  });
}

/**
 * Seconds that the round on the screen still needs by its plan: what its clock has, and every slide of it after this one.
 * @param {Run} run
 * @param {Slide[]} slides
 * @param {number} now
 */
export function remaining(run, slides, now) {
  const { kind } = slides[run.slide];
  if (kind === "open" || kind === "close") return 0;
  return ahead(run, slides).reduce((sum, slide) => sum + slide.seconds, Math.max(0, left(run, now)));
}
