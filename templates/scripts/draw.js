// Elements for what scripts draw. Text is always text, never HTML.

/** @typedef {string | Node} Child */

/**
 * @param {string} name
 * @param {string} css classes, or ""
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function element(name, css, ...children) {
  const made = document.createElement(name);
  if (css) made.className = css;
  made.append(...children.filter((child) => child !== ""));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
const SIGNS = {
  people: "M8 10.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M2.5 18.5c0-3.2 2.3-5 5.5-5s5.5 1.8 5.5 5M14 10.3a3 3 0 0 0 0-5.9M15.8 13.8c2.2.5 3.7 2.1 3.7 4.7",
  speech: "M3.5 4.5h15v10.5h-9l-4 3.5v-3.5h-2z",
  silent: "M3.5 4.5h15v10.5h-9l-4 3.5v-3.5h-2zM8 8l6 4.5M14 8l-6 4.5",
  person: "M11 10.5a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8M4.5 18.5c0-3.4 2.8-5.2 6.5-5.2s6.5 1.8 6.5 5.2",
};

/**
 * A drawn sign beside words that say the same.
 * @param {keyof typeof SIGNS} name
 */
export function sign(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 22 22");
  drawing.setAttribute("aria-hidden", "true");
  drawing.classList.add("ds-sign");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[name]);
  drawing.append(path);
  return drawing;
}

/**
 * The sheet mark: upright with a number; a reading's has a spine.
 * @param {{kind: string, number: number}} use
 */
export function mark(use) {
  const drawn = element("span", use.kind === "reading" ? "ds-mark ds-mark--reading" : "ds-mark", String(use.number));
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
}

/**
 * Does something only where a text has changed since it was last shown; a screen at rest is left alone.
 * @param {HTMLElement} where
 * @param {string} text
 */
export function say(where, text) {
  if (where.textContent !== text) where.textContent = text;
}
