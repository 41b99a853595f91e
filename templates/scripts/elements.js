// Small shapes that the modules with a page share: finding and making elements, the words of the page.

/** @typedef {Record<string, any>} Words  the section `answers` of the words file */

/** All of these within, as HTML elements. @param {ParentNode} root @param {string} css @returns {HTMLElement[]} */
export function all(root, css) {
  return [...root.querySelectorAll(css)].map((each) => /** @type {HTMLElement} */ (each));
}

/** The first within that must be there. @param {ParentNode} root @param {string} css @returns {HTMLElement} */
export function one(root, css) {
  const found = root.querySelector(css);
  if (!found) throw new Error(`nothing here is ${css}`);
  return /** @type {HTMLElement} */ (found);
}

/** @param {ParentNode} root @param {string} [css] @returns {HTMLInputElement[]} */
export function inputs(root, css = "input") {
  return [...root.querySelectorAll(css)].map((each) => /** @type {HTMLInputElement} */ (each));
}

/**
 * A new element with its class and its text.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Document} page @param {Name} name @param {string} [css] @param {string} [text]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function made(page, name, css = "", text = "") {
  const element = page.createElement(name);
  if (css) element.className = css;
  if (text) element.textContent = text;
  return element;
}

/** A button of ours. @param {Document} page @param {string} css @param {string} text @param {() => void} press */
export function button(page, css, text, press) {
  const element = made(page, "button", css, text);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

/** The words of the page, or none on one that has none. @param {Document} page @returns {Words | null} */
export function wordsOf(page) {
  const text = page.getElementById("ds-words")?.textContent;
  if (!text) return null;
  const words = JSON.parse(text);
  words.text.label = words.text.label.replace("{name}", words.name);
  return words;
}

/** What this is held to be, a phone or a computer, and what some of its kind do. @param {Window} view @param {Words} words @returns {{device: string, some: string}} */
export function deviceOf(view, words) {
  const phone = view.matchMedia("(pointer: coarse) and (max-width: 1219.98px), (max-width: 599.98px)").matches;
  return phone ? { device: words.phone, some: words.phones } : { device: words.computer, some: words.browsers };
}

/** A time of day as the page's language writes it. @param {Document} page @param {number} instant */
export function clock(page, instant) {
  const language = page.documentElement.lang;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { hour: "numeric", minute: "2-digit" }).format(instant);
}

/** What a form stands for: the element that names its worksheet, on the same page. @param {Element} form @returns {HTMLElement | null} */
export function placeOf(form) {
  return form.closest(".ds-one, main")?.querySelector("[data-sheet]") ?? null;
}

/** Where a page of the session is: its address, or its section where the session is one file. @param {Document} page @param {string} name @param {string} address */
export function pageOf(page, name, address) {
  return page.documentElement.dataset.one === undefined ? address : `#page--${name}`;
}
