// The menu and the search panel are popovers and need no script. A browser without popovers gets the plainest stand-in:
// the button brings the list, which stands at the end of the page, into view.

/** Makes the buttons work where popovers are unknown; elsewhere does nothing.
 * @param {Document} page
 * @param {typeof globalThis} view
 */
export function startMenu(page, view) {
  if ("popover" in view.HTMLElement.prototype) return;
  page.documentElement.dataset.popovers = "none";
  for (const button of page.querySelectorAll("[popovertarget]")) {
    button.addEventListener("click", () => page.getElementById(button.getAttribute("popovertarget") ?? "")?.scrollIntoView());
  }
}
