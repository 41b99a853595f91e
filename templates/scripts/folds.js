// What is folded on a screen, and open in the page as it was delivered: open on paper, and where scripts are off.

/** Folds the tenets, all but the one that the address names; opens one whose link is followed later.
 * @param {Document} page
 * @param {Window} view
 */
export function startFolds(page, view) {
  const folds = /** @type {HTMLDetailsElement[]} */ ([...page.querySelectorAll("details.ds-tenet__more")]);
  if (folds.length === 0) return;
  const named = () => page.getElementById(decoded(view.location.hash))?.closest(".ds-tenet")?.querySelector("details");
  const first = named();
  folds.forEach((fold) => { fold.open = fold === first; });
  view.addEventListener("hashchange", () => {
    const fold = named();
    if (fold) fold.open = true;
  });
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
