// Times of day: what a clock in the session's zone shows, which instant `?now=` means, and a countdown's figures. Pure.

const PARTS = /** @type {const} */ ({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const LOCAL = /^(?:(\d{4})-(\d{2})-(\d{2})(?:[T ]|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * What the wall shows in a zone at an instant, as numbers.
 * @param {number} instant seconds of the epoch
 * @param {string} zone "" for the device's own
 */
export function wall(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", { ...PARTS, hourCycle: "h23", timeZone: zone || undefined }).formatToParts(instant * 1000);
  const of = (/** @type {string} */ type) => Number(parts.find((part) => part.type === type)?.value);
  return { year: of("year"), month: of("month"), day: of("day"), hour: of("hour"), minute: of("minute"), second: of("second") };
}

/**
 * The instant at which the wall of a zone shows this; of an hour that a clock skips, the same time after the change.
 * @param {{year: number, month: number, day: number, hour: number, minute: number, second: number}} shown
 * @param {string} zone
 * @returns {number} seconds of the epoch
 */
export function instantOf(shown, zone) {
  const asUtc = (/** @type {typeof shown} */ at) => Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) / 1000;
  const wanted = asUtc(shown);
  const ahead = (/** @type {number} */ instant) => asUtc(wall(instant, zone)) - instant;
  const first = wanted - ahead(wanted);
  return wanted - ahead(first);
}

/**
 * The instant that `?now=` means: `2018-03-22T10:05` by the session's clock, `10:05` on its first day, or an instant with `Z`
 * or an offset. Null where it says nothing that is a time.
 * @param {string} search the query of the address, `?now=...`
 * @param {{zone: string, days: {date: string}[]}} day
 * @returns {number | null} seconds of the epoch
 */
export function givenNow(search, day) {
  const text = (new URLSearchParams(search).get("now") ?? "").trim();
  if (INSTANT.test(text.replace(" ", "+"))) return Date.parse(text.replace(" ", "+")) / 1000 || null;
  const found = LOCAL.exec(text);
  if (!text || !found) return null;
  const date = found[1] ? [found[1], found[2], found[3]] : day.days[0]?.date.split("-");
  if (!date) return null;
  const [year, month, date_] = date.map(Number);
  const [hour, minute, second] = [found[4], found[5], found[6]].map((each) => Number(each ?? 0));
  if (month < 1 || month > 12 || date_ < 1 || date_ > 31 || hour > 23 || minute > 59 || second > 59) return null;
  return instantOf({ year, month, day: date_, hour, minute, second }, day.zone);
}

/**
 * A clock that goes on from `?now=`, or the device's own.
 * @param {string} search
 * @param {{zone: string, days: {date: string}[]}} day
 * @param {() => number} [device] milliseconds of the epoch
 * @returns {() => number} the present, in seconds of the epoch
 */
export function clockFrom(search, day, device = Date.now) {
  const given = givenNow(search, day);
  const begun = device();
  return given === null ? () => device() / 1000 : () => given + (device() - begun) / 1000;
}

/**
 * What a clock shows, to the minute: `9:05`. English is told on 24 hours without a leading zero, as everywhere in the session.
 * @param {number} instant seconds of the epoch
 * @param {{zone: string, language: string}} day
 */
export function shownTime(instant, day) {
  if (day.language.startsWith("en")) {
    const { hour, minute } = wall(instant, day.zone);
    return `${hour}:${String(minute).padStart(2, "0")}`;
  }
  const shape = { hour: "numeric", minute: "2-digit", timeZone: day.zone || undefined };
  return new Intl.DateTimeFormat(day.language, /** @type {Intl.DateTimeFormatOptions} */ (shape)).format(instant * 1000);
}

/**
 * Seconds as minutes and seconds: `8:04`; from an hour on `1:02:03`.
 * @param {number} seconds
 */
export function minutesAndSeconds(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
