// The reader's own time beside a live event: the page names the instant, and the device knows its zone. Nothing is sent.

/** @type {Intl.DateTimeFormatOptions} */
const SHOWN = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" };

/** `Wednesday 19 January, 20:00` of an instant in a time zone (that of the device where none is given).
 * @param {Date} instant
 * @param {string} language
 * @param {string} [zone]
 */
export function inWords(instant, language, zone) {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...SHOWN, timeZone: zone }).format(instant);
}

/** The reader's own time in words; empty where her clock shows the session's time anyway.
 * @param {string} text
 * @param {string} language
 * @param {string} [zone]
 * @param {string} [own]
 */
export function ownTime(text, language, zone, own) {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return "";
  const words = inWords(instant, language, own);
  return words === inWords(instant, language, zone) ? "" : words;
}

/** Fills the hidden line of every live event. A zone that this browser does not know leaves the line hidden.
 * @param {Document} page
 * @param {string} [own]
 */
export function startTimes(page, own) {
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-own]"))) {
    const time = /** @type {HTMLElement | null} */ (line.parentElement?.querySelector("time[data-zone]"));
    if (!time) continue;
    try {
      const words = ownTime(time.getAttribute("datetime") ?? "", page.documentElement.lang, time.dataset.zone, own);
      line.textContent = words && (line.dataset.own ?? "").replace("{when}", words);
      line.hidden = words === "";
    } catch {
      line.hidden = true;
    }
  }
}
