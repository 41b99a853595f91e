// What takes the place of the steps on the room screen: groups, letters and stations of the round, roles, wifi. Pure.

import { fill } from "./fill.js";
import { byLetter, split } from "./groups.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./run.js").Run} Run */

/** One view: its title, a large line (or ""), and lines of a label and words. @typedef {{title: string, large: string, lines: [string, string][]}} Side */
/** @typedef {Record<string, string>} Words */

export const SIDES = ["groups", "roles", "wifi"];

/**
 * The view of that name; null where there is nothing in it.
 * @param {string} name
 * @param {Day} day
 * @param {Round} round
 * @param {number} step the step that is on, or -1
 * @param {number} people
 * @param {Words} words
 * @returns {Side | null}
 */
export function sideOf(name, day, round, step, people, words) {
  if (name === "roles") return round.roles.length ? { title: words.roles, large: "", lines: round.roles.map((role) => [role.name, role.does]) } : null;
  if (!day.facilitator) return null;
  if (name === "wifi") return inside(day, words);
  return name === "groups" ? groupsOf(day, round, step, people, words) : null;
}

/**
 * @param {Day} day
 * @param {Words} words
 * @returns {Side | null}
 */
function inside(day, words) {
  /** @type {[string, string][]} */
  const lines = [];
  if (day.wifi) lines.push([words.network, day.wifi.name]);
  if (day.wifi?.password) lines.push([words.password, day.wifi.password]);
  if (day.join) lines.push([words.join, day.join.link.replace(/^https?:\/\//, "")]);
  if (day.join?.passcode) lines.push([words.passcode, day.join.passcode]);
  return lines.length ? { title: day.wifi ? words.wifi : words.join, large: "", lines } : null;
}

/**
 * @param {Day} day
 * @param {Round} round
 * @param {number} step
 * @param {number} people
 * @param {Words} words
 * @returns {Side | null}
 */
function groupsOf(day, round, step, people, words) {
  const size = day.table_size ?? 0;
  const group = [round.steps[step]?.group ?? null, round.group].find((each) => split(people, each, size)) ?? null;
  const found = split(people, group, size);
  const shared = group?.name === "tables" || group?.name === "teams";
  const letters = byLetter(people, round.letters.length || 1);
  /** @type {[string, string][]} */
  const lines = [
    ...(found ? [/** @type {[string, string]} */ ([fill(words.all_sizes, { people }), sizesOf(found, words)])] : []),
    ...round.letters.map((each, at) => /** @type {[string, string]} */ ([each.letter, people ? `${each.reads} (${letters[at]})` : each.reads])),
    ...round.stations.map((each) => /** @type {[string, string]} */ ([each.name, each.topic])),
  ];
  if (!lines.length) return null;
  const large = found ? fill(shared ? words.tables : words.count_off, { groups: found.groups }) : "";
  return { title: found ? words.groups : round.letters.length ? words.letters : words.stations, large, lines };
}

/**
 * `13 groups of 3, 1 group of 4`.
 * @param {import("./groups.js").Split} found
 * @param {Words} words
 */
export function sizesOf(found, words) {
  const told = (/** @type {number} */ count, /** @type {number} */ size) => fill(count === 1 ? words.size : words.sizes, { count, size });
  const parts = [[found.groups - found.large, found.size], [found.large, found.size + 1]];
  return parts.filter(([count]) => count).map(([count, size]) => told(count, size)).join(", ");
}
