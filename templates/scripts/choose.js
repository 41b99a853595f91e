// "Which one or two do you most want to grow?": at the limit the other boxes keep still and say why. Nothing is saved.

/** Which boxes are closed: none below the limit; at it, all that are not ticked. `ticked` is a list of booleans.
 * @param {boolean[]} ticked
 * @param {number} most
 */
export function closed(ticked, most) {
  const full = ticked.filter(Boolean).length >= most;
  return ticked.map((is) => full && !is);
}

/** Keeps the limit of every rating and checklist that has one.
 * @param {Document} page
 */
export function startChoose(page) {
  /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-most]")).forEach((list, at) => keepLimit(page, list, at));
}

/** @param {Document} page @param {HTMLElement} list @param {number} at */
function keepLimit(page, list, at) {
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (list.querySelectorAll("input[type=checkbox]"))];
  const note = page.createElement("p");
  note.className = "ds-full";
  note.id = `ds--full-${at}`;
  note.setAttribute("role", "status");
  list.querySelector(".ds-rating__items, .ds-checklist__items")?.after(note);
  const tell = () => {
    const still = closed(boxes.map((box) => box.checked), Number(list.dataset.most));
    boxes.forEach((box, index) => describe(box, still[index], note.id));
    note.textContent = still.includes(true) ? (list.dataset.full ?? "") : "";
  };
  boxes.forEach((box) => {
    box.addEventListener("click", (event) => {
      if (box.getAttribute("aria-disabled") !== "true") return;
      event.preventDefault();
      box.closest(".ds-rated, .ds-checklist__item")?.append(note);
    });
    box.addEventListener("change", tell);
  });
  list.closest("form")?.addEventListener("reset", () => setTimeout(tell));
  tell();
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
