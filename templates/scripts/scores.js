// What answers to statements add up to: pure functions. An option that counts nothing has no points.

/** @typedef {{statement: string, said: string, points: number | null, reversed: boolean}} Answered  one that is answered */

/**
 * The mean of the points, to one place; null where nothing counts.
 * @param {{points: number | null}[]} answers
 */
export function mean(answers) {
  const counted = answers.flatMap(({ points }) => (points === null ? [] : [points]));
  return counted.length ? Math.round((counted.reduce((sum, each) => sum + each, 0) / counted.length) * 10) / 10 : null;
}

/** Where a value stands between two ends, from 0 to 1. @param {number} value @param {number} low @param {number} high */
export function part(value, low, high) {
  return high === low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** The marks of a scale: its whole numbers, or its two ends where these are many. @param {number} low @param {number} high */
export function ticks(low, high) {
  const count = high - low;
  return Number.isInteger(count) && count <= 10 ? Array.from({ length: count + 1 }, (_, at) => low + at) : [low, high];
}
