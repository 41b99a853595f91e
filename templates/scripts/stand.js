// Marks on a grid: every mark begins as not placed; its two sliders or a tap on the grid place it. Nothing is saved.

import { arrow, bandAt, fill, head, middle } from "./plot.js";

/**
 * @typedef {{input: HTMLInputElement, set: boolean}} Side
 * @typedef {{name: string, item: HTMLElement, sides: {across: Side, up: Side}, state: HTMLElement, clear: HTMLButtonElement,
 *   button: HTMLButtonElement | null}} Mark
 */

const SVG = "http://www.w3.org/2000/svg";

/** Makes every grid of the page answer.
 * @param {Document} page
 */
export function startStand(page) {
  /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(".ds-stand")).forEach((stand) => new Stand(page, stand).start());
}

class Stand {
  /** @param {Document} page @param {HTMLElement} stand */
  constructor(page, stand) {
    this.page = page;
    this.stand = stand;
    this.words = stand.dataset;
    this.svg = /** @type {SVGElement} */ (stand.querySelector(".ds-stand__lines"));
    this.layer = this.svg.appendChild(page.createElementNS(SVG, "g"));
    const items = [.../** @type {NodeListOf<HTMLElement>} */ (stand.querySelectorAll(".ds-stand__mark"))];
    this.marks = items.map((item) => this.prepare(item));
    this.turn = 0;
    this.led = false;
  }

  start() {
    this.addSwitch();
    const grid = /** @type {HTMLElement} */ (this.stand.querySelector(".ds-stand__grid"));
    grid.classList.add("ds-stand__grid--taps");
    grid.addEventListener("click", (event) => this.tap(event, grid.getBoundingClientRect()));
    this.show();
  }

  /** @param {HTMLElement} item @returns {Mark} */
  prepare(item) {
    const line = item.appendChild(this.element("p", "ds-stand__state"));
    /** @type {Mark} */
    const mark = {
      name: item.dataset.name ?? "",
      item,
      sides: { across: this.side(item, "across"), up: this.side(item, "up") },
      state: line.appendChild(this.element("span", "")),
      clear: line.appendChild(/** @type {HTMLButtonElement} */ (this.element("button", "ds-stand__clear", this.words.clear))),
      button: null,
    };
    for (const side of Object.values(mark.sides)) {
      const place = () => { side.set = true; this.show(); };
      side.input.addEventListener("input", place);
      side.input.addEventListener("click", place);
      side.input.addEventListener("keydown", (event) => {
        if (event.key !== " " && event.key !== "Enter") return;
        event.preventDefault();
        place();
      });
    }
    mark.state.setAttribute("role", "status");
    mark.clear.type = "button";
    mark.clear.setAttribute("aria-label", `${this.words.clear}: ${mark.name}`);
    mark.clear.addEventListener("click", () => this.clear(mark));
    return mark;
  }

  /** @param {HTMLElement} item @param {string} axis @returns {Side} */
  side(item, axis) {
    return { input: /** @type {HTMLInputElement} */ (item.querySelector(`input[data-axis="${axis}"]`)), set: false };
  }

  /** Which mark a tap places: not needed where there is one. */
  addSwitch() {
    if (this.marks.length < 2) return;
    const group = this.element("div", "ds-stand__switch");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.words.tap ?? "");
    group.append(this.element("span", "ds-stand__tap", this.words.tap));
    this.marks.forEach((mark, at) => {
      const button = group.appendChild(/** @type {HTMLButtonElement} */ (this.element("button", "ds-stand__turn")));
      button.type = "button";
      button.append(/** @type {Element} */ (mark.item.querySelector(".ds-stand__sign")).cloneNode(), this.element("span", "", mark.name));
      button.addEventListener("click", () => { this.turn = at; this.show(); });
      mark.button = button;
    });
    this.stand.querySelector(".ds-stand__plot")?.after(group);
  }

  /** @param {MouseEvent} event @param {DOMRect} box */
  tap(event, box) {
    const mark = this.marks[this.turn];
    const parts = { across: (event.clientX - box.left) / box.width, up: 1 - (event.clientY - box.top) / box.height };
    for (const axis of /** @type {const} */ (["across", "up"])) {
      const side = mark.sides[axis];
      side.input.value = String(bandAt(parts[axis], Number(side.input.max)));
      side.set = true;
    }
    if (!this.led && this.marks.length > 1) {
      this.led = true;
      this.turn = 1;
    }
    this.show();
  }

  /** @param {Mark} mark */
  clear(mark) {
    for (const side of Object.values(mark.sides)) {
      side.input.value = side.input.defaultValue;
      side.set = false;
    }
    this.turn = this.marks.indexOf(mark);
    this.show();
    mark.sides.across.input.focus();
  }

  /** Draws what is placed and says it. */
  show() {
    this.marks.forEach((mark, at) => this.tell(mark, at));
    const places = this.marks.map((mark) => this.placeOf(mark));
    const line = "arrow" in this.words && places[0] && places[1] ? arrow(places[0], places[1]) : null;
    const same = places[0] && places[1] && places[0].x === places[1].x && places[0].y === places[1].y;
    this.layer.replaceChildren(
      ...places.flatMap((place, at) => (place ? this.sign(at + 1, place, same) : [])),
      ...(line ? [this.shape("line", { class: "ds-stand__arrow", ...line }), this.shape("path", { class: "ds-stand__arrow", d: head(line) })] : []),
    );
  }

  /** @param {Mark} mark @param {number} at */
  tell(mark, at) {
    const placed = this.placeOf(mark) !== null;
    for (const { input, set } of Object.values(mark.sides)) {
      input.toggleAttribute("data-unset", !set);
      input.setAttribute("aria-valuetext", set ? fill(this.words.band ?? "", { band: input.value, bands: input.max }) : (this.words.none ?? ""));
    }
    const sides = Object.values(mark.sides).map(({ input }) => fill(this.words.side ?? "", { axis: input.dataset.said, band: input.value, bands: input.max }));
    const said = placed ? fill(this.words.said ?? "", { mark: mark.name, place: sides.join(", ") }) : (this.words.none ?? "");
    if (mark.state.textContent !== said) mark.state.textContent = said;
    mark.clear.hidden = !Object.values(mark.sides).some(({ set }) => set);
    mark.button?.setAttribute("aria-pressed", String(at === this.turn));
  }

  /** The middle of the mark's cell; null until both its sides are set.
   * @param {Mark} mark
   */
  placeOf(mark) {
    const { across, up } = mark.sides;
    if (!across.set || !up.set) return null;
    /** @param {Side} side */
    const value = (side) => Number(side.input.value);
    return middle({ across: value(across), up: value(up) }, { across: Number(across.input.max), up: Number(up.input.max) });
  }

  /** @param {number} number @param {import("./plot.js").Point} place @param {boolean | null} same */
  sign(number, { x, y }, same) {
    const name = `ds-stand__put ds-stand__put--${number}`;
    if (number === 1) return [this.shape("circle", { class: name, cx: x, cy: y, r: same ? 3.4 : 5.2 })];
    if (number > 3) return [this.shape("rect", { class: name, x: x - 5, y: y - 5, width: 10, height: 10 })];
    const ring = this.shape("circle", { class: name, cx: x, cy: y, r: 5.2 });
    return number === 2 && !same ? [ring, this.shape("circle", { class: "ds-stand__dot", cx: x, cy: y, r: 1.6 })] : [ring];
  }

  /** @param {string} name @param {Record<string, string | number>} attributes */
  shape(name, attributes) {
    const shape = this.page.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => shape.setAttribute(key, String(value)));
    return shape;
  }

  /** @param {string} name @param {string} css @param {string} [text] @returns {HTMLElement} */
  element(name, css, text = "") {
    const element = this.page.createElement(name);
    if (css) element.className = css;
    element.textContent = text;
    return element;
  }
}
