// Room to draw: a finger, a pen or a mouse draws on it; beside it stays the field for words, for who cannot or will not.
// The drawing is kept as strokes in a hidden field of the form, like any other answer.

import { all, button, made, one, wordsOf } from "./elements.js";
import { WIDE, packed, pathOf, thinned, unpacked } from "./strokes.js";

const SVG = "http://www.w3.org/2000/svg";
const HIGH = 750;

/** @typedef {import("./strokes.js").Stroke} Stroke */

/** Makes every sketch of the page drawable. Runs before the form is read. @param {Document} page */
export function startSketch(page) {
  const words = wordsOf(page);
  if (!words) return;
  for (const sketch of all(page, "form.ds-sheet .ds-sketch")) new Sketch(page, sketch, words.sketch);
}

class Sketch {
  /** @param {Document} page @param {HTMLElement} sketch @param {Record<string, string>} words */
  constructor(page, sketch, words) {
    this.page = page;
    const text = one(sketch, "textarea");
    const label = one(sketch, "label");
    this.field = made(page, "input");
    this.field.type = "text";
    this.field.hidden = true;
    this.field.name = this.field.id = `${text.id}--drawn`;
    this.field.dataset.kind = "drawing";
    this.field.setAttribute("aria-label", label.textContent?.trim() ?? "");
    this.field.addEventListener("ds-drawn", () => this.show());
    this.svg = page.createElementNS(SVG, "svg");
    this.svg.setAttribute("viewBox", `0 0 ${WIDE} ${HIGH}`);
    this.svg.setAttribute("class", "ds-drawing");
    this.svg.setAttribute("role", "img");
    this.words = words;
    this.undo = button(page, "ds-button ds-drawing__undo", words.undo, () => this.take(-1));
    this.clear = button(page, "ds-quiet", words.clear, () => this.take(0));
    const buttons = made(page, "div", "ds-drawing__buttons");
    buttons.append(this.undo, this.clear);
    one(sketch, ".ds-space").before(this.field, this.svg, buttons, made(page, "p", "ds-prompt__hint ds-drawing__hint", words.words));
    this.listen(sketch);
  }

  /** @param {HTMLElement} sketch */
  listen(sketch) {
    /** @type {Stroke | null} */
    let stroke = null;
    /** @type {SVGPathElement | null} */
    let path = null;
    this.svg.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      event.preventDefault();
      try {
        this.svg.setPointerCapture(event.pointerId);
      } catch {
        // a pointer that is already gone
      }
      stroke = [this.at(event)];
      path = this.svg.appendChild(this.page.createElementNS(SVG, "path"));
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!stroke || !event.isPrimary) return;
      const passed = event.getCoalescedEvents?.() ?? [];
      stroke.push(...(passed.length ? passed : [event]).map((each) => this.at(each)));
      path?.setAttribute("d", pathOf(stroke));
    });
    for (const name of ["pointerup", "pointercancel"]) {
      this.svg.addEventListener(name, () => {
        if (stroke) this.set([...unpacked(this.field.value), thinned(stroke)]);
        stroke = path = null;
      });
    }
    sketch.closest("form")?.addEventListener("ds-filled", () => this.show());
    this.show();
  }

  /** @param {PointerEvent} event @returns {import("./strokes.js").Point} */
  at(event) {
    const box = this.svg.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * WIDE, ((event.clientY - box.top) / box.height) * HIGH];
  }

  /** Keeps the strokes up to a place. @param {number} end */
  take(end) {
    this.set(unpacked(this.field.value).slice(0, end));
    this.svg.scrollIntoView({ block: "nearest" });
  }

  /** @param {Stroke[]} strokes */
  set(strokes) {
    this.field.value = packed(strokes);
    this.show();
    for (const kind of ["input", "change"]) this.field.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  show() {
    const strokes = unpacked(this.field.value);
    drawInto(this.svg, strokes);
    this.svg.setAttribute("aria-label", strokes.length ? this.words.drawn : this.words.empty);
    this.undo.disabled = this.clear.disabled = strokes.length === 0;
  }
}

/** The strokes as paths of an SVG. @param {SVGSVGElement} svg @param {Stroke[]} strokes */
export function drawInto(svg, strokes) {
  const paths = strokes.map((stroke) => {
    const path = svg.ownerDocument.createElementNS(SVG, "path");
    path.setAttribute("d", pathOf(stroke));
    return path;
  });
  svg.replaceChildren(...paths);
}

/** A drawing that is only shown. @param {Document} page @param {string} text @param {string} name */
export function drawingOf(page, text, name) {
  const svg = page.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDE} ${HIGH}`);
  svg.setAttribute("class", "ds-drawing ds-drawing--shown");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  drawInto(svg, unpacked(text));
  return svg;
}
