// The line above the places: what became of the last thing written. It is read out when its kind changes, not at every
// letter. Notices stand above the first field.

import { all, button, clock, made, one } from "./elements.js";

/** @typedef {"ready" | "saved" | "offline" | "unsaved"} Kind */

const LONG = 60;
const ICONS = {
  saved: "m4 11.5 4.5 4.5L18 6.5",
  offline: "M4 3.5 18.5 18M7.2 17h8.3M6.5 7.8A5 5 0 0 0 7 17.5M9.5 6.3a5 5 0 0 1 6.5 3.9 3.5 3.5 0 0 1 2.3 5.3",
  unsaved: "M11 3.5 19.5 18.5H2.5zM11 9v4.5M11 16v.01",
};

/** The saved line of the page, made once and shared by all its worksheets. */
export class SavedLine {
  /** @param {Document} page @param {string} home the address of the page to take it home from @param {string} words of the link */
  constructor(page, home, words) {
    this.line = page.getElementById("ds-saved") ?? lineOf(page, home, words);
    this.words = one(this.line, ".ds-saved__words");
    this.spoken = spokenOf(page);
    /** @type {Kind | ""} */
    this.kind = "";
    this.changed = 0;
  }

  /**
   * Says it; aloud where the kind is another than before, or when `aloud`.
   * @param {Kind} kind @param {string} text @param {boolean} [aloud]
   */
  show(kind, text, aloud = false) {
    if (aloud || (this.kind && this.kind !== kind)) this.spoken.textContent = text;
    this.kind = kind;
    this.line.dataset.kind = kind;
    this.line.classList.toggle("ds-saved--long", text.length > LONG);
    this.line.hidden = false;
    if (this.words.textContent !== text) this.words.textContent = text;
  }

  /** In the place of "Take it home": a sheet without a name goes on, and nothing of it stays. @param {string} words none for other sheets @param {() => void} press */
  offerErase(words, press) {
    all(this.line, ".ds-saved__erase").forEach((each) => { each.remove(); });
    if (words) this.line.append(button(this.line.ownerDocument, "ds-saved__home ds-saved__erase", words, press));
  }
}

/** @param {Document} page @param {string} home @param {string} words */
function lineOf(page, home, words) {
  const line = made(page, "aside", "ds-saved ds-screen");
  line.id = "ds-saved";
  const icons = made(page, "span", "ds-saved__icons");
  icons.setAttribute("aria-hidden", "true");
  icons.append(...Object.entries(ICONS).map(([name, path]) => icon(page, `ds-saved__icon--${name}`, path)));
  const link = made(page, "a", "ds-saved__home", words);
  link.href = home;
  line.append(icons, made(page, "span", "ds-saved__words"), link);
  line.addEventListener("mousedown", (event) => event.preventDefault()); // else the keyboard goes, the line moves, the tap is lost
  one(page, ".ds-frame").append(line);
  return line;
}

/** @param {Document} page @param {string} css @param {string} path */
function icon(page, css, path) {
  const svg = page.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `ds-icon ${css}`);
  svg.setAttribute("viewBox", "0 0 22 22");
  svg.append(page.createElementNS("http://www.w3.org/2000/svg", "path"));
  svg.firstElementChild?.setAttribute("d", path);
  return svg;
}

/** The place from which sentences are read out. @param {Document} page */
function spokenOf(page) {
  const there = page.getElementById("ds-spoken");
  if (there) return there;
  const spoken = made(page, "p", "ds-unseen");
  spoken.id = "ds-spoken";
  spoken.setAttribute("role", "status");
  one(page, "main").append(spoken);
  return spoken;
}

/**
 * A notice above the first field, once for each name; without `text` it goes.
 * @param {HTMLElement} form @param {string} name
 * @param {{strong?: string, text: string, alert?: boolean, buttons?: [string, () => void][]} | null} what
 */
export function notice(form, name, what) {
  const page = form.ownerDocument;
  const there = all(form.parentElement ?? form, `:scope > [data-notice="${name}"]`)[0];
  if (!what) return there?.remove();
  const said = `${what.strong ?? ""} ${what.text}`;
  if (there?.dataset.said === said) return;
  const box = made(page, "div", "ds-say");
  box.dataset.notice = name;
  box.dataset.said = said;
  box.setAttribute("role", what.alert ? "alert" : "status");
  const line = made(page, "p", "ds-say__words");
  if (what.strong) line.append(made(page, "b", "", what.strong), " ");
  line.append(what.text);
  box.append(line);
  if (what.buttons?.length) box.append(buttons(page, what.buttons));
  there?.remove();
  form.before(box);
}

/** @param {Document} page @param {[string, () => void][]} list */
function buttons(page, list) {
  const row = made(page, "div", "ds-say__buttons");
  row.append(...list.map(([text, press], at) => button(page, at || list.length < 2 ? "ds-button" : "ds-button ds-button--filled", text, press)));
  return row;
}

/**
 * A bar that offers to undo, until the page is closed. The focus goes to it, and back to the heading afterwards.
 * @param {Document} page
 * @param {{strong: string, text: string, label: string, done: string, undo: () => void}} what
 */
export function offerUndo(page, what) {
  all(page, ".ds-undo").forEach((each) => { each.remove(); });
  const bar = made(page, "div", "ds-undo");
  const line = made(page, "p", "ds-undo__words");
  line.setAttribute("role", "status");
  line.append(made(page, "b", "", what.strong), " ", made(page, "span", "", what.text));
  const press = button(page, "ds-undo__button", what.label, () => {
    what.undo();
    bar.remove();
    const heading = one(page, "main h1");
    heading.tabIndex = -1;
    heading.focus();
    say(page, what.done);
  });
  bar.append(line, press);
  (page.querySelector(".ds-bar") ?? page.body).before(bar);
  press.focus();
}

/** Says a sentence aloud, and shows it where the page has a place for it. @param {Document} page @param {string} text */
export function say(page, text) {
  spokenOf(page).textContent = text;
  const shown = page.getElementById("ds-told");
  if (!shown) return;
  shown.textContent = text;
  if (text) shown.scrollIntoView({ block: "nearest" });
}

/** When something was written: the time, with the day where it was not today. @param {Document} page @param {number} instant */
export function when(page, instant) {
  const [then, now] = [new Date(instant), new Date()];
  const time = clock(page, instant);
  if (then.toDateString() === now.toDateString()) return time;
  const language = page.documentElement.lang;
  return `${new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "long" }).format(then)}, ${time}`;
}
