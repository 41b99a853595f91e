// What really happened, as a table that a spreadsheet opens. Pure.

import { shownTime, wall } from "./clock.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./run.js").Run} Run */

/**
 * The log as CSV: a row a round, and one for each change that was taken.
 * @param {Day} day
 * @param {Round[]} rounds
 * @param {Run} run
 * @param {{heads: string[], change: string}} words
 */
export function logOf(day, rounds, run, words) {
  const time = (/** @type {number | null | undefined} */ at) => (at ? shownTime(at, day) : "");
  const lasted = (/** @type {{start: number, end: number | null} | undefined} */ real) => (real?.end ? Math.round((real.end - real.start) / 60) : "");
  const rows = rounds.map((round) => {
    const real = run.real[round.id];
    return [round.date || dateOf(real?.start, day), round.title, time(round.start), time(real?.start), time(real?.end), round.minutes, run.minutes[round.id] ?? round.minutes, lasted(real)];
  });
  const changes = run.changes.map((change) => [dateOf(change.at, day), words.change, "", time(change.at), "", "", "", ""]);
  return csv([words.heads, ...rows, ...changes]);
}

/**
 * @param {number | undefined} instant
 * @param {Day} day
 */
function dateOf(instant, day) {
  if (!instant) return "";
  const { year, month, day: date } = wall(instant, day.zone);
  return [year, month, date].map((each) => String(each).padStart(2, "0")).join("-");
}

/**
 * Rows as CSV for spreadsheets: quoted where needed; a cell that would be read as a formula is kept as text.
 * @param {(string | number)[][]} rows
 */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string | number} value */
function cell(value) {
  const text = typeof value === "string" && /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
