// Marks on a grid: every mark begins as not placed; a tap, four arrows or its two sliders place it. The sliders hold the
// place; the grid only shows it.

import { all, button, inputs, made, one, wordsOf } from "./elements.js";
import { arrow, bandAt, head, middle } from "./plot.js";
import { fill } from "./fill.js";

const SVG = "http://www.w3.org/2000/svg";
const KEYS = /** @type {Record<string, Step>} */ ({ ArrowLeft: ["across", -1], ArrowUp: ["up", 1], ArrowDown: ["up", -1], ArrowRight: ["across", 1] });
const ARROWS = { left: "ArrowLeft", up: "ArrowUp", down: "ArrowDown", right: "ArrowRight" };
const DRAWN = { left: "m13.5 5-6 6 6 6", up: "m5 13.5 6-6 6 6", down: "m5 8.5 6 6 6-6", right: "m8.5 5 6 6-6 6" };

/** @typedef {"across" | "up"} Axis */
/** @typedef {[Axis, number]} Step */
/** @typedef {{input: HTMLInputElement, set: boolean}} Side */
/**
 * @typedef {{name: string, item: HTMLElement, sides: Record<Axis, Side>, state: HTMLElement, clear: HTMLButtonElement,
 *   button?: HTMLButtonElement}} Mark
 */

/** Makes every grid of the page answer. @param {Document} page */
export function startStand(page) {
  for (const stand of all(page, ".ds-stand")) new Stand(page, stand).start();
}

class Stand {
  /** @param {Document} page @param {HTMLElement} stand */
  constructor(page, stand) {
    this.page = page;
    this.stand = stand;
    this.words = stand.dataset;
    this.moves = wordsOf(page)?.stand ?? {};
    this.grid = one(stand, ".ds-stand__grid");
    this.layer = one(stand, ".ds-stand__lines").appendChild(page.createElementNS(SVG, "g"));
    this.marks = all(stand, ".ds-stand__mark").map((item) => this.prepare(item));
    this.turn = 0;
    this.led = false;
  }

  start() {
    this.stand.classList.add("ds-stand--answers");
    this.addSwitch();
    this.grid.classList.add("ds-stand__grid--taps");
    this.grid.tabIndex = -1;
    this.grid.addEventListener("click", (event) => this.tap(event, this.grid.getBoundingClientRect()));
    this.grid.addEventListener("keydown", (event) => {
      if (!KEYS[event.key]) return;
      event.preventDefault();
      this.move(this.marks[this.turn], KEYS[event.key]);
    });
    this.stand.closest("form")?.addEventListener("ds-filled", () => this.show());
    this.show();
  }

  /** @param {HTMLElement} item @returns {Mark} */
  prepare(item) {
    const name = item.dataset.name ?? "";
    const sides = /** @type {Record<Axis, Side>} */ (Object.fromEntries(inputs(item).map((input) => [input.dataset.axis, { input, set: false }])));
    const state = made(this.page, "p", "ds-stand__state");
    state.setAttribute("role", "status");
    const clear = button(this.page, "ds-quiet ds-stand__clear", this.words.clear ?? "", () => this.clear(mark));
    clear.setAttribute("aria-label", `${this.words.clear}: ${name}`);
    const mark = { name, item, sides, state, clear };
    for (const side of Object.values(sides)) this.listen(mark, side);
    item.append(state, this.arrows(mark));
    item.addEventListener("focusin", () => this.take(this.marks.indexOf(mark)));
    return mark;
  }

  /** @param {Mark} mark @param {Side} side */
  listen(mark, side) {
    const { input } = side;
    const place = () => { side.set = true; this.show(); };
    input.addEventListener("input", place);
    input.addEventListener("click", () => { place(); this.tell(mark); });
    input.addEventListener("keydown", (event) => {
      if (![" ", "Enter"].includes(event.key)) return;
      event.preventDefault();
      place();
      this.tell(mark);
    });
    input.addEventListener("ds-place", (event) => {
      const value = /** @type {CustomEvent<string | null>} */ (event).detail;
      side.set = value !== null;
      input.value = value ?? input.defaultValue;
      input.toggleAttribute("data-unset", !side.set);
    });
  }

  /** @param {Mark} mark */
  arrows(mark) {
    const row = made(this.page, "div", "ds-stand__moves");
    for (const [name, key] of Object.entries(ARROWS)) {
      const press = button(this.page, "ds-stand__move", "", () => this.move(mark, KEYS[key]));
      press.setAttribute("aria-label", this.moves[name] ?? name);
      const icon = this.shape("svg", { class: "ds-icon", viewBox: "0 0 22 22", "aria-hidden": "true" });
      icon.append(this.shape("path", { d: DRAWN[/** @type {keyof typeof DRAWN} */ (name)] }));
      press.append(icon);
      row.append(press);
    }
    row.append(mark.clear);
    return row;
  }

  /** Which mark a tap places: not needed where there is one. */
  addSwitch() {
    if (this.marks.length < 2) return;
    const group = made(this.page, "div", "ds-stand__switch");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.words.tap ?? "");
    this.marks.forEach((mark, at) => {
      const press = button(this.page, "ds-stand__turn", "", () => this.take(at));
      press.append(one(mark.item, ".ds-stand__sign").cloneNode(), made(this.page, "span", "", mark.name));
      mark.button = group.appendChild(press);
    });
    one(this.stand, ".ds-stand__plot").after(group);
  }

  /** @param {number} at */
  take(at) {
    this.turn = at;
    this.show();
  }

  /** @param {MouseEvent} event @param {DOMRect} box */
  tap(event, box) {
    const mark = this.marks[this.turn];
    const parts = { across: (event.clientX - box.left) / box.width, up: 1 - (event.clientY - box.top) / box.height };
    for (const axis of /** @type {Axis[]} */ (["across", "up"])) {
      const side = mark.sides[axis];
      side.input.value = String(bandAt(parts[axis], Number(side.input.max)));
      side.set = true;
    }
    if (!this.led && this.marks.length > 1) {
      this.led = true;
      if (this.marks.some((each) => this.placeOf(each) === null)) this.turn = this.marks.findIndex((each) => this.placeOf(each) === null);
    }
    this.show();
    this.tell(mark);
  }

  /** A step by arrow; of a mark that is not placed yet, into the middle. @param {Mark} mark @param {Step} step */
  move(mark, [axis, by]) {
    const side = mark.sides[axis];
    if (this.placeOf(mark)) side.input.value = String(Number(side.input.value) + by);
    for (const each of Object.values(mark.sides)) each.set = true;
    this.show();
    this.tell(mark);
  }

  /** @param {Mark} mark */
  clear(mark) {
    for (const side of Object.values(mark.sides)) {
      side.input.value = side.input.defaultValue;
      side.set = false;
    }
    this.turn = this.marks.indexOf(mark);
    this.show();
    this.tell(mark);
    mark.sides.across.input.focus();
  }

  /** The form hears of a place that was set by script. @param {Mark} mark */
  tell(mark) {
    for (const { input } of Object.values(mark.sides)) input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Draws what is placed and says it. */
  show() {
    this.marks.forEach((mark, at) => this.say(mark, at));
    const places = this.marks.map((mark) => this.placeOf(mark));
    const [first, second] = places;
    const line = "arrow" in this.words && first && second ? arrow(first, second) : null;
    const same = !!first && !!second && first.x === second.x && first.y === second.y;
    this.layer.replaceChildren(
      ...places.flatMap((place, at) => (place ? this.sign(at + 1, place, same) : [])),
      ...(line ? [this.shape("line", { class: "ds-stand__arrow", ...line }), this.shape("path", { class: "ds-stand__arrow", d: head(line) })] : []),
    );
  }

  /** @param {Mark} mark @param {number} at */
  say(mark, at) {
    const placed = this.placeOf(mark) !== null;
    const sides = Object.values(mark.sides);
    for (const { input, set } of sides) {
      input.toggleAttribute("data-unset", !set);
      input.setAttribute("aria-valuetext", set ? fill(this.words.band ?? "", { band: input.value, bands: input.max }) : (this.words.none ?? ""));
    }
    const place = sides.map(({ input }) => fill(this.words.side ?? "", { axis: input.dataset.said ?? "", band: input.value, bands: input.max })).join(", ");
    const said = placed ? fill(this.words.said ?? "", { mark: mark.name, place }) : (this.words.none ?? "");
    if (mark.state.textContent !== said) mark.state.textContent = said;
    mark.clear.hidden = !sides.some(({ set }) => set);
    mark.item.classList.toggle("ds-stand__mark--on", at === this.turn);
    mark.button?.setAttribute("aria-pressed", String(at === this.turn));
  }

  /** The middle of the mark's cell; null until both its sides are set. @param {Mark} mark */
  placeOf(mark) {
    const { across, up } = mark.sides;
    if (!across.set || !up.set) return null;
    const place = { across: Number(across.input.value), up: Number(up.input.value) };
    return middle(place, { across: Number(across.input.max), up: Number(up.input.max) });
  }

  /** @param {number} number @param {{x: number, y: number}} place @param {boolean} same */
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
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
    return shape;
  }
}
