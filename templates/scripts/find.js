// Finding words in the site's index: pure functions, no page. The index is a list of {location, title, text}, one entry a
// section; `text` may hold tags. Every word sought must begin a word of the entry: fast enough for a few hundred sections.

/**
 * @typedef {{location: string, title: string, text: string}} Doc one section, as the index holds it
 * @typedef {Doc & {page: string, words: {title: string[], text: string[]}}} Entry one section, ready to be searched
 * @typedef {{text: string, hit: boolean}} Piece
 */

const WEIGHT = { title: 8, text: 1, whole: 2 };
const MOST = 20;
const AROUND = 70;

/** Words of a text, folded: lower case, without accents.
 * @param {string} text
 * @returns {string[]}
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** A text without tags, its few entities undone, its spaces single.
 * @param {string} html
 */
export function plain(html) {
  const text = html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);
  return text.replace(/\s+/g, " ").trim();
}

/** The index made ready to be searched: words folded once; `page` is the title of the page that a section stands on.
 * @param {Doc[]} docs
 * @returns {Entry[]}
 */
export function prepare(docs) {
  const pages = new Map([...docs].reverse().map((doc) => [doc.location.split("#")[0], plain(doc.title)]));
  return docs.map((doc) => {
    const [title, text] = [plain(doc.title), plain(doc.text)];
    const page = pages.get(doc.location.split("#")[0]) ?? "";
    return { location: doc.location, title, text, page: page === title ? "" : page, words: { title: fold(title), text: fold(text) } };
  });
}

/** @param {string[]} words @param {string} sought */
function weigh(words, sought) {
  const whole = words.includes(sought) ? WEIGHT.whole : 0;
  return whole || (words.some((word) => word.startsWith(sought)) ? 1 : 0);
}

/** @param {Entry} entry @param {string[]} terms */
function score(entry, terms) {
  const each = terms.map((term) => WEIGHT.title * weigh(entry.words.title, term) + WEIGHT.text * weigh(entry.words.text, term));
  return each.includes(0) ? 0 : each.reduce((sum, one) => sum + one, 0);
}

/** The entries that hold every word of the query, the best first, at most twenty.
 * @param {Entry[]} entries
 * @param {string} query
 */
export function find(entries, query) {
  const terms = fold(query);
  if (terms.length === 0) return [];
  const scored = entries.map((entry) => ({ entry, score: score(entry, terms) })).filter((one) => one.score > 0);
  return scored.sort((a, b) => b.score - a.score).slice(0, MOST).map((one) => one.entry);
}

/** The part of a text around the first word found, as pieces {text, hit}. Empty where no word of it was sought.
 * @param {string} text
 * @param {string} query
 * @returns {Piece[]}
 */
export function excerpt(text, query) {
  const terms = fold(query);
  const hits = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter((word) => terms.some((term) => fold(word[0])[0]?.startsWith(term)));
  if (hits.length === 0) return [];
  const start = hits[0].index <= AROUND ? 0 : text.indexOf(" ", hits[0].index - AROUND) + 1;
  const end = Math.min(text.length, hits[0].index + 2 * AROUND);
  return pieces(text, start, end, hits.filter((word) => word.index + word[0].length <= end));
}

/** @param {string} text @param {number} start @param {number} end @param {RegExpExecArray[]} hits */
function pieces(text, start, end, hits) {
  const out = [{ text: start > 0 ? "… " : "", hit: false }];
  let at = start;
  for (const word of hits) {
    out.push({ text: text.slice(at, word.index), hit: false }, { text: word[0], hit: true });
    at = word.index + word[0].length;
  }
  out.push({ text: text.slice(at, end) + (end < text.length ? " …" : ""), hit: false });
  return out.filter((piece) => piece.text !== "");
}
