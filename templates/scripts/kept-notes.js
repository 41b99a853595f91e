// What stands under a question on a worksheet: the wording that was answered, where it was another; and what was written
// there in another tab or on another device.

import { all, button, made } from "./elements.js";
import { fill } from "./fill.js";

/**
 * Shows the notes of a question, or takes them away.
 * @param {import("./controls.js").Question} question @param {import("./elements.js").Words} words
 * @param {string} wording @param {string[]} others @param {() => void} forget
 */
export function showNotes(question, words, wording, others, forget) {
  const { field, id } = question;
  const page = field.ownerDocument;
  const name = `${id}--kept`;
  page.getElementById(name)?.remove();
  const lines = [
    ...(wording ? [made(page, "p", "ds-kept__line", fill(words.earlier, { prompt: wording }))] : []),
    ...(question.kind === "drawing" ? [] : others).map((text) => made(page, "p", "ds-kept__line ds-kept__line--also", fill(words.also, { text }))),
  ];
  describe(field, name, lines.length > 0);
  if (!lines.length) return;
  const box = made(page, "div", "ds-kept");
  box.id = name;
  box.append(...lines);
  if (others.length) box.append(button(page, "ds-kept__forget", words.forget, forget));
  put(field, box);
}

/** Under the field, or at the end of the item. @param {HTMLElement} field @param {HTMLElement} what */
function put(field, what) {
  const fieldset = field.closest("fieldset");
  if (fieldset) fieldset.append(what);
  else (field.closest(".ds-space, .ds-grid, .ds-lined__line") ?? field).after(what);
}

/** What could not be stored has a heavy border and says so. @param {import("./controls.js").Question} question @param {string} words */
export function markUnsaved({ field }, words) {
  if (field.classList.contains("ds-unkept")) return;
  field.classList.add("ds-unkept");
  put(field, made(field.ownerDocument, "p", "ds-unkept__words", words));
}

/** Everything is stored again. @param {HTMLElement} form */
export function unmark(form) {
  all(form, ".ds-unkept").forEach((each) => { each.classList.remove("ds-unkept"); });
  all(form, ".ds-unkept__words").forEach((each) => { each.remove(); });
}

/** @param {HTMLElement} field @param {string} name @param {boolean} is */
function describe(field, name, is) {
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== name);
  const all = is ? [...others, name] : others;
  if (all.length) field.setAttribute("aria-describedby", all.join(" "));
  else field.removeAttribute("aria-describedby");
}
