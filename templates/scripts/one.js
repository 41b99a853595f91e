// The session in one file: one page at a time is shown, by the address; where scripts are off all stand one after the other.

/** The page that an address names: the section itself, or the one around the element named. The first where it names none.
 * @param {HTMLElement[]} sections
 * @param {Element | null} named
 */
export function sectionOf(sections, named) {
  return sections.find((section) => named !== null && section.contains(named)) ?? sections[0];
}

/** The id of the section that a page has become. @param {string} path `worksheets/plan.html` */
export function anchorOf(path) {
  return `page--${path.replace(/\.html$/, "").toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/** Where an address within the site leads in the one file: the id of an element; "" for an address that leads out.
 * @param {string} address
 * @param {(id: string) => boolean} has
 */
export function ledTo(address, has) {
  const found = /^(?:\.\.\/)*([^#?:]+\.html)(?:\?[^#]*)?(?:#(.+))?$/.exec(address);
  if (!found) return "";
  const anchor = anchorOf(found[1]);
  const wanted = found[2] ? [`${anchor}--${found[2]}`, found[2], anchor] : [anchor];
  return wanted.find(has) ?? "";
}

/** Shows the page that is asked for, whenever another is; does nothing on a site of many files.
 * @param {Document} page
 * @param {Window} view
 */
export function startOne(page, view) {
  if (page.documentElement.dataset.one === undefined) return;
  const sections = [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(".ds-one"))];
  /** @param {boolean} moved */
  const show = (moved) => {
    const named = page.getElementById(decodeURIComponent(view.location.hash.slice(1)));
    const shown = sectionOf(sections, named);
    for (const section of sections) section.hidden = section !== shown;
    for (const name of ["kind", "place"]) page.body.dataset[name] = shown.dataset[name] ?? "";
    page.title = shown.dataset.title ?? page.title;
    mark(page, shown);
    page.querySelectorAll("[popover]:popover-open").forEach((open) => /** @type {HTMLElement} */ (open).hidePopover());
    if (!moved) return;
    if (named && named !== shown) named.scrollIntoView();
    else view.scrollTo(0, 0);
    page.getElementById("ds--content")?.focus({ preventScroll: true });
  };
  page.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[href]");
    const id = ledTo(link?.getAttribute("href") ?? "", (each) => page.getElementById(each) !== null);
    if (!id) return;
    event.preventDefault();
    view.location.hash = id;
  });
  view.addEventListener("hashchange", () => show(true));
  show(view.location.hash !== "");
}

/** @param {Document} page @param {HTMLElement} shown */
function mark(page, shown) {
  for (const link of page.querySelectorAll("nav a")) {
    const place = /** @type {HTMLElement | null} */ (page.getElementById(link.getAttribute("href")?.slice(1) ?? ""))?.dataset.place;
    if (link.getAttribute("href") === `#${shown.id}`) link.setAttribute("aria-current", "page");
    else if (place && place === shown.dataset.place) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
