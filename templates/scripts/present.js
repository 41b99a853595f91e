// What time it is on this page: the device's own clock, or the one that `?now=` has set for this window.

import { clockFrom, givenNow } from "./clock.js";

/** @typedef {{zone: string, days: {date: string}[]}} Day */

const KEY = "daysheet.now";

/** The present in seconds of the epoch. `?now=10:05` sets another for all pages of this window; `?now=` takes it back.
 * @param {Day} day
 * @param {Window} view
 * @returns {() => number}
 */
export function present(day, view) {
  const asked = new URLSearchParams(view.location.search).has("now");
  const device = () => Date.now();
  try {
    const given = givenNow(view.location.search, day);
    if (given !== null) view.sessionStorage.setItem(KEY, String(given - device() / 1000));
    else if (asked) view.sessionStorage.removeItem(KEY);
    const ahead = Number(view.sessionStorage.getItem(KEY) ?? 0);
    return () => device() / 1000 + ahead;
  } catch {
    return clockFrom(view.location.search, day);
  }
}

/** The minutes of a time rounded to five, as participants see them. @param {number} instant */
export function toFive(instant) {
  return Math.round(instant / 300) * 300;
}

/** Calls at once, then at every turn of the minute and whenever the page is looked at again.
 * @param {Document} page
 * @param {() => void} show
 */
export function everyMinute(page, show) {
  show();
  setInterval(show, 15_000);
  page.addEventListener("visibilitychange", () => page.visibilityState === "visible" && show());
}
