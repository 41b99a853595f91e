// What stands under a question on a worksheet: the wording that was answered, where it was another; and what was written
// there in another tab or on another device.

import { button, made } from "./elements.js";
import { fill } from "./plot.js";

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
  const fieldset = field.closest("fieldset");
  if (fieldset) fieldset.append(box);
  else (field.closest(".ds-space, .ds-grid, .ds-lined") ?? field).after(box);
}

/** @param {HTMLElement} field @param {string} name @param {boolean} is */
function describe(field, name, is) {
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== name);
  const all = is ? [...others, name] : others;
  if (all.length) field.setAttribute("aria-describedby", all.join(" "));
  else field.removeAttribute("aria-describedby");
}
