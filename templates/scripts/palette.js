// Light, dark, or as the device says. The choice stays in this browser; `early.html` reads it before the first paint.

const KEY = "daysheet.palette";
const CHOICES = ["device", "light", "dark"];

/** What is kept, or "device" where nothing valid is. The store itself may be out of reach: it is asked for in here.
 * @param {Pick<Window, "localStorage">} view
 */
export function chosen(view) {
  try {
    const value = view.localStorage.getItem(KEY) ?? "device";
    return CHOICES.includes(value) ? value : "device";
  } catch {
    return "device";
  }
}

/** Keeps the choice; a browser that keeps nothing still shows it until the page closes.
 * @param {Pick<Window, "localStorage">} view
 * @param {string} value
 */
export function keep(view, value) {
  try {
    if (value === "device") view.localStorage.removeItem(KEY);
    else view.localStorage.setItem(KEY, value);
  } catch {
    // storage is blocked
  }
}

/** The palette that the button of the wide header turns to: always the other one than the reader sees now.
 * @param {string} value
 * @param {boolean} deviceIsDark
 */
export function other(value, deviceIsDark) {
  const dark = value === "dark" || (value === "device" && deviceIsDark);
  return dark ? "light" : "dark";
}

/** Wires the radio buttons of the menu and the button of the header.
 * @param {Document} page
 * @param {Window} view
 */
export function startPalette(page, view) {
  const root = page.documentElement;
  const inputs = /** @type {HTMLInputElement[]} */ ([...page.querySelectorAll("input[name=palette]")]);
  /** @param {string} value */
  const set = (value) => {
    if (value === "device") delete root.dataset.palette;
    else root.dataset.palette = value;
    inputs.forEach((input) => { input.checked = input.value === value; });
    keep(view, value);
  };
  set(chosen(view));
  inputs.forEach((input) => input.addEventListener("change", () => set(input.value)));
  page.querySelector("[data-palette-next]")?.addEventListener("click", () =>
    set(other(root.dataset.palette ?? "device", view.matchMedia("(prefers-color-scheme: dark)").matches)));
}
