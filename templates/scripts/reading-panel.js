// The panel of a reading: five sizes, two faces. Not a dialog: the text above it changes at once.

import { fill } from "./fill.js";
import { button, made } from "./elements.js";

export const SIZES = [1, 1.125, 1.25, 1.375, 1.5];
export const USUAL = 1;

/** @typedef {{size: number, face: "serif" | "sans"}} Taste `size` is a place in SIZES */

/** What is kept of a reader's taste, whatever stands there. @param {string | null} text @returns {Taste} */
export function tasteOf(text) {
  try {
    const { size, face } = JSON.parse(text ?? "{}");
    return { size: SIZES[size] ? size : USUAL, face: face === "sans" ? "sans" : "serif" };
  } catch {
    return { size: USUAL, face: "serif" };
  }
}

export class Panel {
  /**
   * @param {HTMLButtonElement} opener
   * @param {Record<string, string>} words
   * @param {Taste} taste
   * @param {(taste: Taste) => void} changed
   */
  constructor(opener, words, taste, changed) {
    this.page = opener.ownerDocument;
    this.opener = opener;
    this.words = words;
    this.taste = taste;
    this.changed = changed;
    opener.type = "button";
    opener.setAttribute("aria-label", words.size);
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", () => this.toggle());
    this.shown = made(this.page, "div", "ds-reading-panel ds-screen");
    this.shown.hidden = true;
    this.shown.setAttribute("role", "group");
    this.shown.setAttribute("aria-label", words.size);
    this.count = made(this.page, "span", "ds-reading-panel__count");
    this.dots = made(this.page, "span", "ds-reading-panel__dots");
    this.smaller = this.step("smaller", words.smaller, -1);
    this.larger = this.step("larger", words.larger, 1);
    this.serif = button(this.page, "ds-reading-panel__face ds-reading-panel__face--serif", "Literata", () => this.take({ ...this.taste, face: "serif" }));
    this.sans = button(this.page, "ds-reading-panel__face", "Atkinson", () => this.take({ ...this.taste, face: "sans" }));
    this.fill();
    this.listen();
    this.show();
  }

  fill() {
    const head = this.shown.appendChild(made(this.page, "p", "ds-reading-panel__head", this.words.size));
    head.append(this.count);
    this.count.setAttribute("role", "status");
    const sizes = this.shown.appendChild(made(this.page, "div", "ds-reading-panel__sizes"));
    this.dots.setAttribute("aria-hidden", "true");
    this.dots.append(...SIZES.map(() => made(this.page, "i", "ds-reading-panel__dot")));
    sizes.append(this.smaller, this.dots, this.larger);
    this.shown.appendChild(made(this.page, "div", "ds-reading-panel__faces")).append(this.serif, this.sans);
  }

  listen() {
    this.shown.addEventListener("keydown", (event) => event.key === "Escape" && this.close(true));
    this.page.addEventListener("pointerdown", (event) => {
      const at = /** @type {Node} */ (event.target);
      if (!this.shown.contains(at) && !this.opener.contains(at)) this.close(false);
    });
  }

  /** @param {string} name @param {string} words @param {number} by */
  step(name, words, by) {
    const step = button(this.page, `ds-reading-panel__step ds-reading-panel__step--${name}`, "A", () => {
      this.take({ ...this.taste, size: Math.min(SIZES.length - 1, Math.max(0, this.taste.size + by)) });
    });
    step.setAttribute("aria-label", words);
    return step;
  }

  /** @param {Taste} taste */
  take(taste) {
    this.taste = taste;
    this.show();
    this.changed(taste);
  }

  show() {
    const { size, face } = this.taste;
    this.count.textContent = fill(this.words.count, { at: size + 1, of: SIZES.length });
    [...this.dots.children].forEach((dot, at) => dot.classList.toggle("ds-reading-panel__dot--on", at === size));
    this.smaller.setAttribute("aria-disabled", String(size === 0));
    this.larger.setAttribute("aria-disabled", String(size === SIZES.length - 1));
    this.serif.setAttribute("aria-pressed", String(face === "serif"));
    this.sans.setAttribute("aria-pressed", String(face === "sans"));
  }

  toggle() {
    if (!this.shown.hidden) return this.close(true);
    this.shown.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.smaller.focus();
  }

  /** @param {boolean} back whether the focus goes back to the button */
  close(back) {
    if (this.shown.hidden) return;
    this.shown.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    if (back) this.opener.focus();
  }
}
