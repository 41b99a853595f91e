// Marks on a grid: every mark begins as not placed; its two sliders or a tap on the grid place it. Nothing is saved.

import { arrow, bandAt, fill, head, middle } from "./plot.js";

const SVG = "http://www.w3.org/2000/svg";

/** Makes every grid of the page answer. */
export function startStand(page) {
  page.querySelectorAll(".ds-stand").forEach((stand) => new Stand(page, stand).start());
}

class Stand {
  constructor(page, stand) {
    this.page = page;
    this.stand = stand;
    this.words = stand.dataset;
    this.svg = stand.querySelector(".ds-stand__lines");
    this.marks = [...stand.querySelectorAll(".ds-stand__mark")].map((item) => ({
      name: item.dataset.name,
      item,
      sides: Object.fromEntries([...item.querySelectorAll("input")].map((input) => [input.dataset.axis, { input, set: false }])),
    }));
    this.turn = 0;
    this.led = false;
  }

  start() {
    this.layer = this.svg.appendChild(this.page.createElementNS(SVG, "g"));
    this.marks.forEach((mark) => this.prepare(mark));
    this.addSwitch();
    const grid = this.stand.querySelector(".ds-stand__grid");
    grid.classList.add("ds-stand__grid--taps");
    grid.addEventListener("click", (event) => this.tap(event, grid.getBoundingClientRect()));
    this.show();
  }

  prepare(mark) {
    for (const side of Object.values(mark.sides)) {
      const place = () => { side.set = true; this.show(); };
      side.input.addEventListener("input", place);
      side.input.addEventListener("click", place);
      side.input.addEventListener("keydown", (event) => [" ", "Enter"].includes(event.key) && (event.preventDefault(), place()));
    }
    mark.line = mark.item.appendChild(this.element("p", "ds-stand__state"));
    mark.state = mark.line.appendChild(this.element("span", ""));
    mark.state.setAttribute("role", "status");
    mark.clear = mark.line.appendChild(this.element("button", "ds-stand__clear", this.words.clear));
    mark.clear.type = "button";
    mark.clear.setAttribute("aria-label", `${this.words.clear}: ${mark.name}`);
    mark.clear.addEventListener("click", () => this.clear(mark));
  }

  /** Which mark a tap places: not needed where there is one. */
  addSwitch() {
    if (this.marks.length < 2) return;
    const group = this.element("div", "ds-stand__switch");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.words.tap);
    group.append(this.element("span", "ds-stand__tap", this.words.tap));
    this.marks.forEach((mark, at) => {
      mark.button = group.appendChild(this.element("button", "ds-stand__turn"));
      mark.button.type = "button";
      mark.button.append(mark.item.querySelector(".ds-stand__sign").cloneNode(), this.element("span", "", mark.name));
      mark.button.addEventListener("click", () => { this.turn = at; this.show(); });
    });
    this.stand.querySelector(".ds-stand__plot").after(group);
  }

  tap(event, box) {
    const mark = this.marks[this.turn];
    const parts = { across: (event.clientX - box.left) / box.width, up: 1 - (event.clientY - box.top) / box.height };
    for (const [axis, side] of Object.entries(mark.sides)) {
      side.input.value = bandAt(parts[axis], Number(side.input.max));
      side.set = true;
    }
    if (!this.led && this.marks.length > 1) {
      this.led = true;
      this.turn = 1;
    }
    this.show();
  }

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

  tell(mark, at) {
    const placed = this.placeOf(mark) !== null;
    for (const { input, set } of Object.values(mark.sides)) {
      input.toggleAttribute("data-unset", !set);
      input.setAttribute("aria-valuetext", set ? fill(this.words.band, { band: input.value, bands: input.max }) : this.words.none);
    }
    const sides = Object.values(mark.sides).map(({ input }) => fill(this.words.side, { axis: input.dataset.said, band: input.value, bands: input.max }));
    const said = placed ? fill(this.words.said, { mark: mark.name, place: sides.join(", ") }) : this.words.none;
    if (mark.state.textContent !== said) mark.state.textContent = said;
    mark.clear.hidden = !Object.values(mark.sides).some(({ set }) => set);
    mark.button?.setAttribute("aria-pressed", String(at === this.turn));
  }

  /** The middle of the mark's cell; null until both its sides are set. */
  placeOf(mark) {
    const { across, up } = mark.sides;
    if (!across.set || !up.set) return null;
    const value = (side) => Number(side.input.value);
    return middle({ across: value(across), up: value(up) }, { across: Number(across.input.max), up: Number(up.input.max) });
  }

  sign(number, { x, y }, same) {
    const name = `ds-stand__put ds-stand__put--${number}`;
    if (number === 1) return [this.shape("circle", { class: name, cx: x, cy: y, r: same ? 3.4 : 5.2 })];
    if (number > 3) return [this.shape("rect", { class: name, x: x - 5, y: y - 5, width: 10, height: 10 })];
    const ring = this.shape("circle", { class: name, cx: x, cy: y, r: 5.2 });
    return number === 2 && !same ? [ring, this.shape("circle", { class: "ds-stand__dot", cx: x, cy: y, r: 1.6 })] : [ring];
  }

  shape(name, attributes) {
    const shape = this.page.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => shape.setAttribute(key, value));
    return shape;
  }

  element(name, css, text = "") {
    const element = this.page.createElement(name);
    if (css) element.className = css;
    element.textContent = text;
    return element;
  }
}
