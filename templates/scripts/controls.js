// The questions of a worksheet as its form holds them: each control, or group of radio buttons, under one id; what it says
// now, and how it is set again. The only module that knows how the components of a worksheet are marked up.

import { inputs } from "./elements.js";
import { fill } from "./fill.js";

/** @typedef {import("./answers.js").Kind} Kind */
/**
 * `unit` is what counts as one in the progress: an item, a row, a whole list.
 * @typedef {{id: string, kind: Kind, prompt: string, group: string, unit: Element, field: HTMLElement,
 *   read: () => {v: string, s?: string} | null, write: (value: string | null) => void}} Question
 */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {import("./elements.js").Words} Words */

const UNITS = ".ds-rated, .ds-stated, .ds-staged__strand, .ds-stand__mark, .ds-checklist, .ds-grid, .ds-lined__row, .ds-sketch";
const ASIDE = "[class$=__hint], [class*=__number], [class$=__key], .ds-expect, .ds-rated__value";

/** Every question of a form, in its order. @param {HTMLElement} form @param {Words} words @returns {Question[]} */
export function questionsOf(form, words) {
  /** @type {Map<string, Field[]>} */
  const named = new Map();
  for (const each of form.querySelectorAll("input[name], textarea[name]")) {
    const field = /** @type {Field} */ (each);
    named.set(field.name, [...(named.get(field.name) ?? []), field]);
  }
  return chosenLast([...named].map(([id, fields]) => questionOf(id, fields, words)));
}

/** In the order of the phone: what is chosen among rated items comes after all of them. @param {Question[]} questions */
function chosenLast(questions) {
  const late = new Map(questions.map((each) => [each, each.kind === "tick" ? each.field.closest(".ds-rating") : null]));
  const last = (/** @type {Element} */ rating) => questions.reduce((most, { field }, at) => (rating.contains(field) && field.closest(".ds-rated") ? at : most), -1);
  const place = (/** @type {Question} */ each, /** @type {number} */ at) => {
    const rating = late.get(each);
    return rating ? last(rating) + 0.5 : at;
  };
  const placed = questions.map((each, at) => ({ each, at: place(each, at) }));
  return placed.sort((a, b) => a.at - b.at).map(({ each }) => each);
}

/** @param {string} id @param {Field[]} fields @param {Words} words @returns {Question} */
function questionOf(id, fields, words) {
  const [field] = fields;
  const about = { id, unit: field.closest(UNITS) ?? field, field };
  if (field instanceof HTMLTextAreaElement || !["radio", "checkbox", "range"].includes(field.type)) {
    return { ...about, ...written(field) };
  }
  if (field.type === "radio") return { ...about, ...chosen(/** @type {HTMLInputElement[]} */ (fields)) };
  return { ...about, ...(field.type === "checkbox" ? ticked(field) : placed(field, words)) };
}

/** @param {Field} field @returns {Pick<Question, "kind" | "prompt" | "group" | "read" | "write">} */
function written(field) {
  const drawing = field.dataset.kind === "drawing";
  return {
    kind: drawing ? "drawing" : field instanceof HTMLTextAreaElement ? "text" : "line",
    prompt: field.getAttribute("aria-label") || spoken(field.labels?.[0]),
    group: "",
    read: () => (field.value.trim() ? { v: field.value } : null),
    write: (value) => { field.value = value ?? ""; },
  };
}

/** @param {HTMLInputElement[]} fields @returns {Pick<Question, "kind" | "prompt" | "group" | "read" | "write">} */
function chosen(fields) {
  const group = fields[0].closest("fieldset");
  const head = fields[0].getAttribute("aria-labelledby")?.split(" ")[0];
  const mark = head ? spoken(fields[0].ownerDocument.getElementById(head)) : "";
  const legend = spoken(group?.querySelector("legend"));
  return {
    kind: "choice",
    prompt: mark ? `${legend}, ${mark}` : legend,
    group: "",
    read: () => {
      const on = fields.find((each) => each.checked);
      const words = on ? wordsOfChoice(on) : "";
      return on ? { v: on.value, ...(words === on.value ? {} : { s: words }) } : null;
    },
    write: (value) => fields.forEach((each) => { each.checked = each.value === value; }),
  };
}

/** @param {HTMLInputElement} field */
function wordsOfChoice(field) {
  const stage = field.closest(".ds-staged__row")?.querySelector(".ds-staged__stage");
  return spoken(stage ?? field.closest("label")?.querySelector(".ds-stated__word")) || field.value;
}

/** @param {HTMLInputElement} field @returns {Pick<Question, "kind" | "prompt" | "group" | "read" | "write">} */
function ticked(field) {
  const rated = field.closest(".ds-rated");
  const list = field.closest(".ds-checklist");
  const heading = rated ? rated.querySelector(".ds-tick__word") : list?.querySelector("legend");
  return {
    kind: "tick",
    prompt: spoken(rated?.querySelector("legend")) || spoken(field.closest("label")?.querySelector(".ds-checklist__words")),
    group: spoken(heading),
    read: () => (field.checked ? { v: "yes", s: "✓" } : null),
    write: (value) => { field.checked = value === "yes"; },
  };
}

/** A slider counts once it was set; until then it carries `data-unset`. @param {HTMLInputElement} field @param {Words} words */
function placed(field, words) {
  const mark = /** @type {HTMLElement | null} */ (field.closest(".ds-stand__mark"));
  return {
    kind: /** @type {Kind} */ ("place"),
    prompt: `${mark?.dataset.name ?? ""}, ${field.dataset.said ?? ""}`,
    group: "",
    read: () => ("unset" in field.dataset ? null : { v: field.value, s: fill(words.band, { band: field.value, bands: field.max }) }),
    write: (/** @type {string | null} */ value) => { field.dispatchEvent(new CustomEvent("ds-place", { detail: value })); },
  };
}

/** The words of an element without hints, numbers and what only facilitators see. @param {Element | null | undefined} element */
function spoken(element) {
  if (!element) return "";
  const copy = /** @type {Element} */ (element.cloneNode(true));
  copy.querySelectorAll(ASIDE).forEach((each) => { each.remove(); });
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * How many units of a form are done: one with radio groups or sliders when all of these are, any other when one thing in it
 * is. Notes and boxes to choose count for nothing.
 * @param {Question[]} questions
 */
export function progressOf(questions) {
  const counted = questions.filter(({ field, kind }) => !field.closest(".ds-notes") && !(kind === "tick" && field.closest(".ds-rated, .ds-chosen")));
  /** @type {Map<Element, Question[]>} */
  const units = new Map();
  for (const each of counted) units.set(each.unit, [...(units.get(each.unit) ?? []), each]);
  const done = [...units.values()].filter((unit) => {
    const whole = unit.filter(({ kind }) => kind === "choice" || kind === "place");
    return whole.length ? whole.every((each) => each.read()) : unit.some((each) => each.read());
  });
  return { done: done.length, total: units.size };
}

/** What a form asks for most, for the words of its progress. @param {Question[]} questions */
export function mostly(questions) {
  const counted = questions.filter(({ field, kind }) => kind !== "tick" && !field.closest(".ds-notes"));
  if (counted.length && counted.every(({ kind }) => kind === "text" || kind === "line")) return "written";
  return counted.length && counted.every(({ field }) => field.closest(".ds-rated")) ? "rated" : "answered";
}

/** The right keyboard for a line by what it asks for. @param {HTMLElement} form @param {Record<string, string[]>} keyboards */
export function giveKeyboards(form, keyboards) {
  for (const field of inputs(form, "input[type=text]")) {
    const mode = keyboardFor(field.getAttribute("aria-label") || spoken(field.labels?.[0]), keyboards);
    if (mode) field.inputMode = mode;
    if (mode === "email" || mode === "url") field.autocapitalize = "none";
  }
  for (const field of inputs(form, "input[type=text]").slice(0, -1)) field.setAttribute("enterkeyhint", "next");
}

/** The `inputmode` of a question, or none: the first whose words stand in it. @param {string} prompt @param {Record<string, string[]>} keyboards */
export function keyboardFor(prompt, keyboards) {
  /** @type {string[]} */
  const words = prompt.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  return Object.keys(keyboards).find((mode) => keyboards[mode].some((each) => words.includes(each))) ?? "";
}

const LINE = 28;
const MOST_LINES = 8;

/** Fields begin as high as the paper's lines, at most eight, and grow with the text. @param {HTMLElement} form */
export function giveRoom(form) {
  for (const field of form.querySelectorAll("textarea")) {
    field.style.minHeight = `${Math.min(field.rows, MOST_LINES) * LINE + 11}px`;
    field.classList.add("ds-grows");
    const fit = () => {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 3}px`;
    };
    if (globalThis.CSS.supports("field-sizing", "content")) continue;
    field.addEventListener("input", fit);
    form.addEventListener("ds-filled", fit);
  }
}
