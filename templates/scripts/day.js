// The day as data: what `daysheet/day.py` puts into the page, and its shape. Seconds are those of the epoch.

/**
 * @typedef {{name: string, size: number, to: number}} Group How people sit: by which word, and how many together (0: not said).
 * @typedef {{do: string, minutes: number, least: number, most: number, who: string, silent: string, groups: string, group: Group | null}} Step
 * @typedef {{kind: string, id: string, number: number, label: string, title: string, address: string, typed: string}} Use
 * @typedef {{kind: string, number: number, label: string, copies: number, for: string, anonymous: boolean}} Hand
 * @typedef {{date: string, start: number, end: number, doors: number | null}} DayHours
 */

/**
 * One round. What follows `hand_out` is there for facilitators only.
 * @typedef {object} Round
 * @property {string} id
 * @property {string} kind
 * @property {string} called
 * @property {string} title
 * @property {string} part
 * @property {string} part_title
 * @property {string} track "" for a round that everyone does
 * @property {string} track_title
 * @property {string} room
 * @property {string} date
 * @property {number | null} start
 * @property {number | null} end
 * @property {string} time as this audience may see it, or ""
 * @property {number} minutes in all, with every turn; 0 where not known
 * @property {number} least
 * @property {number} most
 * @property {number} turn minutes of one turn
 * @property {number} turns
 * @property {Step | null} between
 * @property {string} rotate
 * @property {string} stay
 * @property {boolean} anchored
 * @property {boolean} pause
 * @property {string} groups how the room sits, step by step, in words: "Alone, then in threes"
 * @property {string} sits the same of the round itself, where it says so
 * @property {Group | null} group
 * @property {string[]} led_by
 * @property {string} purpose
 * @property {string} invitation
 * @property {string[]} invitations one for each turn, or none
 * @property {Step[]} steps
 * @property {{name: string, does: string}[]} roles
 * @property {{letter: string, reads: string, address: string}[]} letters
 * @property {{name: string, topic: string}[]} stations
 * @property {Use[]} uses
 * @property {string} slides
 * @property {string} if_early
 * @property {Hand[]} [hand_out]
 * @property {Hand[]} [collect]
 * @property {string} [say]
 * @property {string[]} [do]
 * @property {string[]} [watch_for]
 * @property {string} [if_short]
 * @property {string} [if_long]
 * @property {{name: string, count: number, per: string}[]} [materials]
 */

/**
 * @typedef {object} Day
 * @property {string} title
 * @property {string} question
 * @property {string} language
 * @property {string} zone "" without a delivery with days: then the device's own
 * @property {boolean} facilitator
 * @property {"rounds" | "breaks" | "none"} shown
 * @property {string} site the address as it is typed, or ""
 * @property {string} feedback
 * @property {string[]} practical
 * @property {number} tables 0 where not known
 * @property {DayHours[]} days
 * @property {Round[]} rounds
 * @property {number} [people]
 * @property {number} [table_size]
 * @property {{name: string, password: string} | null} [wifi]
 * @property {{link: string, passcode: string} | null} [join]
 */

/**
 * What stands in a `<script type="application/json">` of the page; null where it is missing or cannot be read.
 * @param {Document} page
 * @param {string} id
 */
export function readData(page, id) {
  try {
    return JSON.parse(page.getElementById(id)?.textContent ?? "null");
  } catch {
    return null;
  }
}

/**
 * The day of this page; null on a page without one.
 * @param {Document} page
 * @returns {Day | null}
 */
export function readDay(page) {
  return readData(page, "ds-day");
}
