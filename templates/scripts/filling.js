// The filled worksheets as PDF: the library is asked for on the tap, each fillable sheet is fetched from this very site, and
// the values of the answers are written into it, all on this device.

/** @typedef {import("./answers.js").Sheet} Sheet */
/** @typedef {{name: string, bytes: Uint8Array, id: string}} Made */
/** @typedef {(pdf: ArrayBuffer, values: Record<string, string>) => Promise<{pdf: Uint8Array, left: string[]}>} Fill */

/** The values of a sheet by the names of the PDF's fields; a drawing has none. @param {Sheet} sheet @returns {Record<string, string>} */
export function valuesOf(sheet) {
  const written = Object.entries(sheet.values).filter(([, answer]) => answer.k !== "drawing");
  return Object.fromEntries(written.map(([id, { v }]) => [id, v]));
}

/**
 * Makes the PDFs one after the other and tells of each before it is made.
 * @param {Document} page @param {{id: string, address: string, sheet: Sheet}[]} sheets @param {string} library its address
 * @param {(count: number) => void} tell
 * @returns {Promise<Made[]>}
 */
export async function makePdfs(page, sheets, library, tell) {
  const fill = await load(page, library);
  const made = [];
  for (const [at, { id, address, sheet }] of sheets.entries()) {
    tell(at + 1);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const { pdf } = await fill(await response.arrayBuffer(), valuesOf(sheet));
    made.push({ name: `${id}.pdf`, bytes: pdf, id });
  }
  return made;
}

/** @param {Document} page @param {string} library @returns {Promise<Fill>} */
function load(page, library) {
  const there = () => /** @type {{daysheetFill?: Fill}} */ (globalThis).daysheetFill;
  return new Promise((resolve, reject) => {
    const ready = there();
    if (ready) return resolve(ready);
    const script = page.createElement("script");
    script.src = library;
    script.addEventListener("load", () => {
      const fill = there();
      if (fill) resolve(fill);
      else reject(new Error(library));
    });
    script.addEventListener("error", () => reject(new Error(library)));
    page.head.append(script);
  });
}

/** Offers bytes or a text as a file. @param {Document} page @param {string} name @param {string} type @param {BlobPart} content */
export function download(page, name, type, content) {
  const link = linkTo(page, name, type, content);
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
}

/** @param {Document} page @param {string} name @param {string} type @param {BlobPart} content */
export function linkTo(page, name, type, content) {
  const link = page.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  return link;
}
