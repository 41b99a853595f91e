// Printing from the browser: what is folded opens for the sheet, and folds again after it.

/** Opens every closed fold before a print and closes the same ones afterwards.
 * @param {Document} page
 * @param {Window} view
 */
export function startPrint(page, view) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  view.addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (page.querySelectorAll("details:not([open])"))];
    opened.forEach((fold) => { fold.open = true; });
  });
  view.addEventListener("afterprint", () => {
    opened.forEach((fold) => { fold.open = false; });
    opened = [];
  });
}
