// Parts of the room screen that are drawn whole: the day line, the foot, groups and roles, addresses.

import { element, sign } from "./draw.js";
import { remaining } from "./run.js";

/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./slides.js").Slide} Slide */

/** @param {string} name */
export const part = (name) => /** @type {HTMLElement} */ (document.querySelector(`.ds-room__${name}`));

/**
 * The day line: a segment a round, as wide as its minutes; gone, on, ahead.
 * @param {Round[]} rounds
 * @param {Run} run
 * @param {Slide[]} slides
 * @param {number} now
 */
export function drawDay(rounds, run, slides, now) {
  const here = slides[run.slide];
  const is = here.kind !== "open" && here.kind !== "close";
  const today = rounds.map((round, at) => ({ round, at })).filter(({ round }) => round.date === rounds[here.round].date);
  const begun = run.real[rounds[here.round].id]?.start ?? now;
  const gone = is ? (now - begun) / Math.max(1, now - begun + remaining(run, slides, now)) : 0;
  const line = part("day");
  if (line.childElementCount !== today.length) line.replaceChildren(...today.map(() => element("i", "ds-room__segment", element("i", ""))));
  today.forEach(({ round, at }, index) => {
    const segment = /** @type {HTMLElement} */ (line.children[index]);
    const on = is && at === here.round;
    segment.className = `ds-room__segment${round.pause && !on ? " ds-room__segment--pause" : ""}`;
    segment.dataset.is = on ? "on" : at < here.round || here.kind === "close" ? "gone" : "ahead";
    segment.style.flexGrow = String(run.minutes[round.id] ?? (round.minutes || 1));
    /** @type {HTMLElement} */ (segment.firstElementChild).style.width = on ? `${(Math.min(1, gone) * 100).toFixed(1)}%` : "0";
  });
}

/**
 * @param {"people" | "person" | "silent"} name
 * @param {string | undefined} text
 */
export function line(name, text) {
  return text ? element("li", "ds-room__fact", sign(name), text) : null;
}

/** @param {import("./sides.js").Side} side */
export function drawnSide(side) {
  const rows = side.lines.map(([label, text]) => element("tr", "", Object.assign(element("th", "", label), { scope: "row" }), element("td", "", text)));
  return [element("p", "ds-room__label", side.title), ...(side.large ? [element("p", "ds-room__large", side.large)] : []), element("table", "", element("tbody", "", ...rows))];
}

/**
 * An address that may break after its slashes.
 * @param {string} typed
 */
export function address(typed) {
  const made = element("span", "ds-room__address");
  typed.split(/(?<=\/)/).forEach((each, at) => { made.append(...(at ? [document.createElement("wbr"), each] : [each])); });
  return made;
}

/** @param {string} text */
export function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
