// A calm countdown: how much is left, in which of its states it is, and what it shows. Pure; seconds.

import { minutesAndSeconds } from "./clock.js";

/** From this share of the whole on, the room is asked to finish its thought; from the second, to bring it to a close. */
export const SOON = 0.2;
export const CLOSE = 0.05;

/** @typedef {"none" | "calm" | "soon" | "close" | "over"} State */

/**
 * The state of a countdown; "none" where nothing is counted.
 * @param {number} left
 * @param {number} total
 * @returns {State}
 */
export function stateOf(left, total) {
  if (total <= 0) return "none";
  if (left <= 0) return "over";
  if (left <= total * CLOSE) return "close";
  return left <= total * SOON ? "soon" : "calm";
}

/**
 * The figure that the room sees: whole minutes while there is time, minutes and seconds from the first change on, and how
 * long it is over.
 * @param {number} left
 * @param {number} total
 */
export function figure(left, total) {
  const state = stateOf(left, total);
  if (state === "calm") return String(Math.ceil(left / 60));
  return minutesAndSeconds(state === "over" ? -left : Math.ceil(left));
}

/**
 * How much of the bar is filled, 0 to 1.
 * @param {number} left
 * @param {number} total
 */
export function share(left, total) {
  return total > 0 ? Math.min(1, Math.max(0, left / total)) : 0;
}
