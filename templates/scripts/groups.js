// "43 are here": how many groups that makes, how large each is, and how to count off. Pure.

/** @typedef {import("./day.js").Group} Group */

/**
 * Groups of as equal a size as can be, none smaller than asked for unless too few are here.
 * `large` groups have one more than the others' `size`.
 * @typedef {{groups: number, size: number, large: number}} Split
 */

/**
 * How people part into groups of a size; null where they stay alone or all together.
 * @param {number} people
 * @param {Group | null} group
 * @param {number} table how many sit at a table
 * @returns {Split | null}
 */
export function split(people, group, table) {
  const tables = group?.name === "tables" || group?.name === "teams";
  const size = tables ? table : (group?.size ?? 0);
  if (people < 1 || size < 1) return null;
  const groups = tables ? Math.ceil(people / size) : Math.max(1, Math.floor(people / size));
  return { groups, size: Math.floor(people / groups), large: people % groups };
}

/**
 * How many read each letter, in the order of the letters, when everybody letters off in turn.
 * @param {number} people
 * @param {number} letters
 * @returns {number[]}
 */
export function byLetter(people, letters) {
  return Array.from({ length: letters }, (_, at) => Math.floor(people / letters) + (at < people % letters ? 1 : 0));
}
