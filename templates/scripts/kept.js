// What a window keeps of a run, so that it survives a reload. A browser that keeps nothing goes on until it is closed.

/** @typedef {import("./run.js").Run} Run */

/** A run that was last turned longer ago than this (seconds) belongs to another day. */
const STALE = 16 * 3600;
const KEY = "daysheet.run.";

/**
 * The run that was kept for these rounds, or null.
 * @param {Window} view
 * @param {string} mark
 * @param {number} now
 * @returns {Run | null}
 */
export function keptRun(view, mark, now) {
  try {
    const kept = JSON.parse(view.localStorage.getItem(KEY + mark) ?? "null");
    return kept && isRun(kept.run, mark) && Math.abs(now - kept.at) < STALE ? kept.run : null;
  } catch {
    return null;
  }
}

/**
 * @param {Window} view
 * @param {Run} run
 * @param {number} now
 */
export function keepRun(view, run, now) {
  try {
    view.localStorage.setItem(KEY + run.mark, JSON.stringify({ at: now, run }));
  } catch {
    // storage is blocked or full
  }
}

/**
 * Whether a value has the shape of a run of these rounds.
 * @param {any} value
 * @param {string} mark
 * @returns {value is Run}
 */
export function isRun(value, mark) {
  const numbers = ["turned", "slide", "people"].every((name) => Number.isInteger(value?.[name]) && value[name] >= 0);
  const records = ["clock", "real", "minutes", "lengths"].every((name) => value?.[name] !== null && typeof value?.[name] === "object");
  const lists = ["changes", "past"].every((name) => Array.isArray(value?.[name]));
  return value?.mark === mark && numbers && records && lists && typeof value.clock.total === "number";
}
