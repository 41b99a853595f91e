// "Which one or two do you most want to grow?": on a phone the boxes of a rating stand in a list of their own, each item
// with its number before it. At the limit the other boxes keep still and say why.

import { all, inputs, made, one } from "./elements.js";
import { fill } from "./fill.js";

/** Which boxes are closed: none below the limit; at it, all that are not ticked. @param {boolean[]} ticked @param {number} most */
export function closed(ticked, most) {
  const full = ticked.filter(Boolean).length >= most;
  return ticked.map((is) => full && !is);
}

/** Keeps the limit of every rating and checklist that has one. @param {Document} page */
export function startChoose(page) {
  all(page, "[data-most]").forEach((list, at) => {
    if (list.matches(".ds-rating")) gather(page, list);
    keepLimit(page, list, at);
  });
}

/** The boxes of a rating as a list below it. @param {Document} page @param {HTMLElement} rating */
function gather(page, rating) {
  const items = one(rating, ".ds-rating__items");
  const then = rating.querySelector(":scope > .ds-rating__then");
  const list = made(page, "fieldset", "ds-chosen");
  list.append(made(page, "legend", "ds-chosen__title", then?.textContent ?? rating.dataset.ask ?? ""));
  then?.remove();
  for (const item of all(items, ".ds-rated")) list.append(row(page, item));
  items.after(list);
  rating.addEventListener("change", () => numbers(rating));
  rating.closest("form")?.addEventListener("ds-filled", () => numbers(rating));
}

/** @param {Document} page @param {HTMLElement} item */
function row(page, item) {
  const box = one(item, ".ds-rated__choose");
  const words = /** @type {HTMLElement} */ (one(item, "legend").cloneNode(true));
  all(words, ".ds-rated__hint, .ds-rated__value").forEach((each) => { each.remove(); });
  const said = made(page, "span", "ds-chosen__words");
  said.append(...words.childNodes);
  box.className = "ds-chosen__item";
  box.prepend(made(page, "span", "ds-chosen__value"), said);
  box.dataset.of = item.id;
  return box;
}

/** The number of each item before it. @param {HTMLElement} rating */
function numbers(rating) {
  for (const row of all(rating, ".ds-chosen__item")) {
    const field = rating.ownerDocument.getElementById(row.dataset.of ?? "")?.querySelector(":checked");
    one(row, ".ds-chosen__value").textContent = field instanceof HTMLInputElement ? field.value : "";
  }
}

/** @param {Document} page @param {HTMLElement} list @param {number} at */
function keepLimit(page, list, at) {
  const boxes = inputs(list, "input[type=checkbox]");
  const note = made(page, "p", "ds-full");
  note.id = `ds--full-${at}`;
  note.setAttribute("role", "status");
  const place = list.querySelector(".ds-chosen__title") ?? one(list, ".ds-checklist__items");
  place.after(note);
  const tell = () => {
    const ticked = boxes.map((box) => box.checked);
    const still = closed(ticked, Number(list.dataset.most));
    boxes.forEach((box, index) => describe(box, still[index], note.id));
    note.textContent = still.includes(true) ? (list.dataset.full ?? "") : count(list, ticked.filter(Boolean).length);
  };
  boxes.forEach((box) => {
    box.addEventListener("click", (event) => {
      if (box.getAttribute("aria-disabled") !== "true") return;
      event.preventDefault();
      note.classList.add("ds-full--pressed");
      box.closest(".ds-chosen__item, .ds-checklist__item")?.append(note);
    });
    box.addEventListener("change", tell);
  });
  list.closest("form")?.addEventListener("ds-filled", tell);
  tell();
}

/** @param {HTMLElement} list @param {number} ticked */
function count(list, ticked) {
  return ticked ? fill(list.dataset.count ?? "", { count: String(ticked), most: list.dataset.most ?? "" }) : "";
}

/** @param {HTMLInputElement} box @param {boolean} still @param {string} id */
function describe(box, still, id) {
  if (still) {
    box.setAttribute("aria-disabled", "true");
    box.setAttribute("aria-describedby", id);
  } else {
    box.removeAttribute("aria-disabled");
    box.removeAttribute("aria-describedby");
  }
}
