// Reading: the size and face of the text, the place where one was, the minutes left in a part, and the way to the next part.

import { fill } from "./fill.js";
import { all, button, made } from "./elements.js";
import { Panel, SIZES, tasteOf, USUAL } from "./reading-panel.js";

const WORDS_A_MINUTE = 220;
const TOP = 72; // the header, and air below it
const LINE = 140; // a heading above it has begun its part; a link brings headings down to here
const KEY = "daysheet.reading";

/** @typedef {import("./reading-panel.js").Taste} Taste */

/** Which of the parts is being read: the last that begins above the line, or none. @param {number[]} tops @param {number} line */
export function partAt(tops, line) {
  return tops.filter((top) => top <= line).length - 1;
}

/** Minutes for so many words, at the least one. @param {number} words */
export function minutesFor(words) {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

/** Gives every text of the page its tools.
 * @param {Document} page
 * @param {Window} view
 * @param {string} letter the reader's own part of a jigsaw, or ""
 */
export function startReading(page, view, letter) {
  for (const link of all(page, ".ds-letters__link")) markOwn(link, letter);
  for (const body of all(page, ".ds-reading__body[data-words]")) new Reading(body, view).start();
}

/** @param {HTMLElement} link @param {string} letter */
function markOwn(link, letter) {
  const words = link.closest("nav")?.dataset.own ?? "";
  if (!letter || !words || link.querySelector(".ds-letters__letter")?.textContent !== letter) return;
  link.classList.add("ds-letters__link--own");
  link.lastElementChild?.append(made(link.ownerDocument, "span", "ds-letters__own", words));
}

class Reading {
  /** @param {HTMLElement} body @param {Window} view */
  constructor(body, view) {
    this.page = body.ownerDocument;
    this.view = view;
    this.body = body;
    this.words = JSON.parse(body.dataset.words ?? "{}");
    this.blocks = all(body, ":scope > :not(.footnote)");
    this.heads = all(body, ":scope > h2");
    this.size = made(this.page, "button", "ds-reading-bar__button ds-reading-bar__size", "Aa");
    this.key = `daysheet.place-in.${this.page.documentElement.dataset.session ?? ""}.${body.closest("section")?.id || view.location.pathname.split("/").pop()}`;
  }

  start() {
    this.bar = this.makeBar();
    const taste = tasteOf(this.kept(KEY));
    const panel = new Panel(this.size, this.words, taste, (changed) => this.change(changed));
    (this.body.closest("main") ?? this.page.body).append(panel.shown, this.bar);
    this.page.body.classList.add("ds-body--reading");
    this.dress(taste);
    if (!this.view.location.hash) this.goBack();
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      this.view.requestAnimationFrame(() => { waiting = false; this.show(); });
    };
    this.view.addEventListener("scroll", soon, { passive: true });
    this.view.addEventListener("resize", soon);
    this.view.addEventListener("hashchange", soon);
    this.view.addEventListener("pagehide", () => this.keepPlace());
    this.page.addEventListener("visibilitychange", () => this.keepPlace());
    this.show();
  }

  makeBar() {
    const bar = made(this.page, "div", "ds-reading-bar ds-screen");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", this.words.tools);
    this.track = bar.appendChild(made(this.page, "i", "ds-reading-bar__track"));
    this.gone = this.track.appendChild(made(this.page, "b", "ds-reading-bar__gone"));
    this.where = bar.appendChild(made(this.page, "p", "ds-reading-bar__where"));
    bar.append(this.size);
    this.up = bar.appendChild(this.way("up", this.words.before, -1));
    this.down = bar.appendChild(this.way("down", this.words.after, 1));
    return bar;
  }

  /** @param {string} name @param {string} words @param {number} step */
  way(name, words, step) {
    const way = button(this.page, `ds-reading-bar__button ds-reading-bar__${name}`, "", () => this.go(step));
    way.setAttribute("aria-label", words);
    return way;
  }

  /** Another taste: the block that is being read stays where it is. @param {Taste} taste */
  change(taste) {
    const block = this.blocks[this.blockAt()];
    const before = block?.getBoundingClientRect().top ?? 0;
    this.dress(taste);
    this.keep(KEY, JSON.stringify(taste));
    if (block) this.view.scrollBy(0, block.getBoundingClientRect().top - before);
    this.show();
  }

  /** @param {Taste} taste */
  dress(taste) {
    this.body.style.setProperty("--reading", String(SIZES[taste.size] / SIZES[USUAL]));
    this.body.classList.toggle("ds-reading__body--sans", taste.face === "sans");
  }

  /** The first block that is not above a line, or the header. @param {number} [line] */
  blockAt(line = TOP) {
    return this.blocks.findIndex((block) => block.getBoundingClientRect().bottom > line);
  }

  partNow() {
    return partAt(this.heads.map((head) => head.getBoundingClientRect().top), LINE);
  }

  show() {
    if (!this.bar || !this.where || !this.gone || !this.track) return;
    this.bar.hidden = this.body.offsetParent === null;
    const box = this.body.getBoundingClientRect();
    const shown = Math.min(1, Math.max(0, (this.view.innerHeight - box.top) / box.height));
    this.gone.style.width = `${Math.round(shown * 100)}%`;
    const part = this.partNow();
    const letter = this.heads[part]?.querySelector(".ds-reading__letter")?.textContent ?? "";
    const minutes = minutesFor(this.wordsLeft(part));
    const words = fill(minutes === 1 ? this.words.left_one : this.words.left, { minutes });
    this.where.replaceChildren(...(letter ? [made(this.page, "b", "ds-reading-bar__letter", letter), " "] : []), words);
    this.up?.toggleAttribute("disabled", part < 0);
    this.down?.toggleAttribute("disabled", part >= this.heads.length - 1);
  }

  /** Words between the line of reading and the end of the part, or of the text. @param {number} part */
  wordsLeft(part) {
    const end = this.heads[part + 1];
    const from = Math.max(0, this.blockAt(LINE));
    const to = end ? this.blocks.indexOf(end) : this.blocks.length;
    return this.blocks.slice(from, to).reduce((sum, block) => sum + (block.textContent ?? "").split(/\s+/).length, 0);
  }

  /** @param {number} step */
  go(step) {
    const target = this.heads[this.partNow() + step];
    const top = target ?? this.page.querySelector("main h1");
    if (!top) return;
    this.view.scrollTo({ top: top.getBoundingClientRect().top + this.view.scrollY - TOP, behavior: "instant" });
    /** @type {HTMLElement} */ (top).tabIndex = -1;
    /** @type {HTMLElement} */ (top).focus({ preventScroll: true });
  }

  keepPlace() {
    if (this.body.offsetParent !== null) this.keep(this.key, String(this.blockAt()));
  }

  goBack() {
    const block = this.blocks[Number(this.kept(this.key) ?? 0)];
    if (block && block !== this.blocks[0]) this.view.scrollTo(0, block.getBoundingClientRect().top + this.view.scrollY - TOP);
  }

  /** @param {string} key */
  kept(key) {
    try {
      return this.view.localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {string} value */
  keep(key, value) {
    try {
      this.view.localStorage.setItem(key, value);
    } catch {
      // storage is blocked or full: the taste and the place hold while this page is open
    }
  }
}
