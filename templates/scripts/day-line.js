// The day as a thin line under the header: a segment a round, as wide as its minutes. Decoration: the words say the same.

import { made } from "./elements.js";

/** @typedef {[start: number, end: number, pause: boolean]} Segment in seconds of the epoch */

/** The segments of the day that is on at an instant; none before and after it.
 * @param {Segment[]} line
 * @param {number} instant
 */
export function segmentsOn(line, instant) {
  const days = /** @type {Segment[][]} */ ([]);
  for (const segment of line) {
    const day = days.at(-1);
    if (day && segment[0] - day[day.length - 1][1] < 4 * 3600) day.push(segment);
    else days.push([segment]);
  }
  return days.find((day) => day[0][0] <= instant && instant < day[day.length - 1][1]) ?? [];
}

/** How much of a segment is over, 0 to 1. @param {Segment} segment @param {number} instant */
export function over([start, end], instant) {
  return Math.min(1, Math.max(0, (instant - start) / (end - start)));
}

/** Draws the line of the page. `even` gives every segment the same width, where participants see no times.
 * @param {HTMLElement} place
 * @param {Segment[]} segments
 * @param {number} instant
 * @param {boolean} even
 * @param {(instant: number) => string} [told] a time in words, told at the start and at every pause
 */
export function drawLine(place, segments, instant, even, told) {
  place.hidden = segments.length === 0;
  place.replaceChildren(
    ...segments.map((segment, at) => {
      const [start, end, pause] = segment;
      const share = over(segment, instant);
      const on = share > 0 && share < 1;
      const part = made(place.ownerDocument, "i", `ds-day-line__part${pause ? " ds-day-line__part--pause" : ""}${on ? " ds-day-line__part--on" : ""}${share === 1 ? " ds-day-line__part--past" : ""}`);
      part.style.flexGrow = String(even ? 1 : (end - start) / 60);
      if (on) part.appendChild(made(place.ownerDocument, "b", "ds-day-line__gone")).style.width = even ? "100%" : `${Math.round(share * 100)}%`;
      if (told && (at === 0 || pause)) part.appendChild(made(place.ownerDocument, "i", "ds-day-line__time", told(start)));
      return part;
    }),
  );
}
