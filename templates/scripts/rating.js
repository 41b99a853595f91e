// A rating: the chosen number stands large beside its item, and a second tap on it, or Delete, takes it away again.

import { all, inputs, made, one } from "./elements.js";

/** Makes every rating of the page answer; its statements and stages can be taken back as well. @param {Document} page */
export function startRating(page) {
  for (const item of all(page, "form.ds-sheet :is(.ds-rated, .ds-stated, .ds-staged__strand)")) {
    const fields = inputs(item, "input[type=radio]");
    fields.forEach((field) => { takeBack(field); });
    if (item.matches(".ds-rated")) showValue(page, item, fields);
  }
}

/** @param {Document} page @param {HTMLElement} item @param {HTMLInputElement[]} fields */
function showValue(page, item, fields) {
  const value = one(item, "legend").appendChild(made(page, "span", "ds-rated__value"));
  value.setAttribute("aria-hidden", "true");
  const show = () => { value.textContent = fields.find((each) => each.checked)?.value ?? ""; };
  item.addEventListener("change", show);
  item.closest("form")?.addEventListener("ds-filled", show);
}

/** A press on what is chosen already clears it. @param {HTMLInputElement} field */
function takeBack(field) {
  let was = false;
  const label = field.closest("label") ?? field;
  label.addEventListener("pointerdown", () => { was = field.checked; });
  field.addEventListener("click", () => {
    if (was && field.checked) clear(field);
    was = false;
  });
  field.addEventListener("keydown", (event) => {
    if (!["Delete", "Backspace"].includes(event.key)) return;
    event.preventDefault();
    clear(field);
  });
}

/** @param {HTMLInputElement} field */
function clear(field) {
  field.checked = false;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}
