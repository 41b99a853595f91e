// Fits a slide into its frame without making anything smaller than can be read from the back row: first fewer steps are shown,
// those nearest to the one that is on; then the invitation steps aside.

/** The sizes of the invitation, by the names that screen.css has for them. */
const SIZES = ["large", "middle", "small"];
/** How many steps before and after the one that is on are shown. */
const AROUND = [[9, 9], [1, 2], [1, 1], [0, 1], [0, 0]];
const LINES = 3;

/**
 * @param {HTMLElement} body
 * @param {number} on the step that is on, or -1
 */
export function fit(body, on) {
  const main = /** @type {HTMLElement} */ (body.querySelector(".ds-room__main"));
  const steps = /** @type {HTMLElement[]} */ ([...body.querySelectorAll(".ds-room__step")]);
  const around = steps.length > 4 ? AROUND.slice(1) : AROUND;
  for (const alone of [false, true]) {
    body.toggleAttribute("data-alone", alone);
    for (const [before, after] of around) {
      steps.forEach((step, at) => { step.hidden = at < on - before || at > on + after; });
      for (const size of SIZES) {
        body.dataset.size = size;
        if (fits(main) && (alone || linesOf(body) <= LINES)) return;
      }
    }
    if (!steps.length && !body.hasAttribute("data-side")) return;
  }
}

/** @param {HTMLElement} main */
function fits(main) {
  return main.scrollHeight <= main.clientHeight + 1;
}

/** @param {HTMLElement} body */
function linesOf(body) {
  const invitation = /** @type {HTMLElement} */ (body.querySelector(".ds-room__invitation"));
  return Math.round(invitation.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(invitation).lineHeight));
}
