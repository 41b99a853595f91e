// My place, without my name: `#table=4&letter=B` of a badge, a tent or a slip, kept on this device alone.

/** @typedef {{table: string, letter: string, station: string}} Place */

const NOTHING = { table: "", letter: "", station: "" };
const VALUE = /^[\p{L}\p{N}][\p{L}\p{N} -]{0,11}$/u;

/** What an address says of a place; null where it says nothing of it.
 * @param {string} hash
 * @returns {Place | null}
 */
export function placeIn(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const [table, letter, station] = ["table", "letter", "station"].map((name) => checked(said.get(name) ?? ""));
  return table || letter || station ? { table, letter: letter.toUpperCase(), station } : null;
}

/** @param {string} value */
function checked(value) {
  const text = value.trim();
  return VALUE.test(text) ? text : "";
}

/** Which table somebody's next turn is at, where every turn moves one on; "" where nobody moves, or tables are not counted.
 * @param {string} table
 * @param {number} tables
 */
export function nextTable(table, tables) {
  const number = Number(table);
  return Number.isInteger(number) && number >= 1 && number <= tables && tables > 1 ? String((number % tables) + 1) : "";
}

/** Reads the place of the address, keeps it, and takes it out of the address; else gives what is kept.
 * @param {Document} page
 * @param {Window} view
 * @returns {Place}
 */
export function place(page, view) {
  const key = `daysheet.place.${page.documentElement.dataset.session ?? ""}`;
  const said = placeIn(view.location.hash);
  try {
    if (said) view.localStorage.setItem(key, JSON.stringify(said));
    else return { ...NOTHING, ...JSON.parse(view.localStorage.getItem(key) ?? "{}") };
  } catch {
    // storage is blocked: the place holds while this page is open
  }
  if (said) view.history.replaceState(null, "", `${view.location.pathname}${view.location.search}`);
  return said ?? NOTHING;
}

/** Lets go of the place that is kept. @param {Document} page @param {Window} view */
export function leavePlace(page, view) {
  try {
    view.localStorage.removeItem(`daysheet.place.${page.documentElement.dataset.session ?? ""}`);
  } catch {
    // nothing was kept
  }
}
