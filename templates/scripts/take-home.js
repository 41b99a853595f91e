// "Take it home": everything that was written, to be sent to oneself, kept, printed, brought to another device, or erased.

import { counted, inOrder, mergeAll, said } from "./answers.js";
import { LARGEST, fileOf, readFile } from "./answers-file.js";
import { all, button, deviceOf, inputs, made, one, pageOf, wordsOf } from "./elements.js";
import { download, linkTo, makePdfs } from "./filling.js";
import { fill } from "./fill.js";
import { offerUndo, say } from "./saved.js";
import { canShare, countWords, everything, sendToMyself, sessionOf } from "./send.js";
import { drawingOf } from "./sketch.js";
import { openStore } from "./store.js";

/** @typedef {{id: string, number: number, title: string, address: string, pdf: string, ids: string[]}} Known */
/** @typedef {import("./answers.js").Sheet} Sheet */
/** @typedef {import("./answers.js").Sheets} Sheets */

/** Makes the page work, if this is it. @param {Document} page @param {Window} view */
export function startTakeHome(page, view) {
  const place = page.getElementById("ds-take-home");
  const words = wordsOf(page);
  if (place && words) new TakeHome(page, view, place, words).start();
}

class TakeHome {
  /** @param {Document} page @param {Window} view @param {HTMLElement} place @param {import("./elements.js").Words} words */
  constructor(page, view, place, words) {
    this.page = page;
    this.view = view;
    this.place = place;
    this.words = words;
    this.store = openStore(view, sessionOf(page).id);
    /** @type {Known[]} */
    this.known = JSON.parse(one(page, "#ds-sheets").textContent ?? "[]");
    this.asked = Object.fromEntries(this.known.map(({ id, ids }) => [id, ids]));
    this.device = deviceOf(view, words);
  }

  start() {
    const { place, page, view } = this;
    this.on("send", () => void sendToMyself(page, view, this.store, this.asked));
    this.on("pdf", () => void this.pdfs());
    this.on("file", () => this.file());
    this.on("text", () => this.text());
    this.on("print", () => view.print());
    this.on("erase", () => this.erase());
    const [input] = inputs(place, "input[type=file]");
    this.on("bring", () => input.click());
    input.addEventListener("change", () => void this.bring(input));
    view.addEventListener("storage", (event) => this.store.changed(event) && this.show());
    view.addEventListener("pageshow", (event) => event.persisted && this.show());
    if (page.documentElement.dataset.one !== undefined) view.addEventListener("hashchange", () => this.show());
    one(place, "[data-do=send] .ds-act__words").textContent = canShare(view) ? this.words.send : this.words.copy;
    one(place, ".ds-take__under").textContent = canShare(view) ? this.words.send_line : this.words.copy_line;
    this.show();
  }

  /** @param {string} name @param {() => void} press */
  on(name, press) {
    all(this.place, `[data-do="${name}"]`).forEach((each) => each.addEventListener("click", press));
  }

  /** @param {string} name @param {string} text */
  line(name, text) {
    for (const each of all(this.place, `[data-do="${name}"] .ds-rows__line`)) each.textContent = text;
  }

  /** The sheets with answers, by their numbers; each with what the page knows of it. */
  sheets() {
    const kept = Object.entries(this.store.all()).map(([id, sheet]) => ({ id, sheet, known: this.known.find((each) => each.id === id) }));
    return kept.sort((a, b) => (a.known?.number ?? 1e9) - (b.known?.number ?? 1e9));
  }

  show() {
    const sheets = this.sheets();
    const count = countWords(this.words, counted(this.store.all()));
    const pdfs = sheets.filter(({ known }) => known?.pdf).length;
    const { words, device, place } = this;
    place.dataset.state = sheets.length ? "some" : "none";
    one(this.page, "#ds-take-lead").textContent = fill(sheets.length ? words.take.lead : words.take.none, device);
    this.line("pdf", fill(words.take[pdfs === 1 ? "pdf_one" : "pdf_line"], { count: String(pdfs), ...device }));
    this.line("erase", `${count.sheets}, ${count.answers}`);
    for (const each of all(place, "[data-do=pdf]")) each.hidden = pdfs === 0;
    if (!this.store.storage) say(this.page, words.blocked);
    one(this.page, "#ds-written").replaceChildren(...sheets.map((each) => this.section(each)));
    this.made(null);
  }

  /** What was written on one sheet. @param {{id: string, sheet: Sheet, known: Known | undefined}} of */
  section({ id, sheet, known }) {
    const { page, words } = this;
    const section = made(page, "section", "ds-written");
    const title = section.appendChild(made(page, "h3", "ds-written__title"));
    const label = known?.number ? `${fill(words.text.label, { number: String(known.number) })}: ` : "";
    if (known) title.append(Object.assign(made(page, "a", "", `${label}${known.title}`), { href: pageOf(page, `worksheets-${id}`, known.address) }));
    else title.textContent = sheet.title;
    if (!known) section.append(made(page, "p", "ds-written__note", words.take.gone_sheet));
    const entries = inOrder(sheet, known ? this.asked[id] : undefined);
    section.append(...this.lists(entries.filter((each) => !each.gone)));
    const gone = entries.filter((each) => each.gone);
    if (gone.length) section.append(made(page, "p", "ds-written__note", words.text.earlier), ...this.lists(gone));
    if (sheet.anonymous) {
      const erase = button(page, "ds-quiet ds-screen", words.take.erase_one, () => this.erase([id]));
      erase.setAttribute("aria-label", `${words.take.erase_one}: ${sheet.title}`);
      section.append(erase);
    }
    return section;
  }

  /** @param {ReturnType<typeof inOrder>} entries */
  lists(entries) {
    const { page, words } = this;
    const list = made(page, "dl", "ds-written__list");
    let group = "";
    for (const entry of entries) {
      if (entry.g && entry.g !== group) list.append(made(page, "dt", "ds-written__group", entry.g));
      group = entry.g ?? "";
      const row = entry.k === "text" || entry.k === "drawing" ? "ds-written__long" : "ds-written__short";
      if (entry.k !== "tick") list.append(made(page, "dt", row, entry.p));
      const answer = list.appendChild(made(page, "dd", entry.k === "tick" ? "ds-written__tick" : `${row}-answer`, entry.k === "tick" ? entry.p : entry.k === "drawing" ? "" : said(entry)));
      if (entry.k === "drawing") answer.append(drawingOf(page, entry.v, `${entry.p}: ${words.sketch.drawn}`));
      else for (const other of entry.also ?? []) list.append(made(page, "dd", "ds-written__also", fill(words.text.also, { text: said(other) })));
    }
    return entries.length ? [list] : [];
  }

  /** The filled sheets, made here; offered one by one, and together where there is a share sheet for files. */
  async pdfs() {
    const { page, view, words, place } = this;
    if (view.location.protocol === "file:") return say(page, words.take.pdf_folder);
    const root = new URL(`${page.documentElement.dataset.base ?? "."}/`, view.location.href);
    const sheets = this.sheets().flatMap(({ id, sheet, known }) => (known?.pdf ? [{ id, sheet, address: new URL(known.pdf, root).href }] : []));
    const [press] = all(place, "[data-do=pdf]");
    press.setAttribute("aria-busy", "true");
    try {
      const tell = (/** @type {number} */ at) => this.line("pdf", fill(words.take.making, { count: String(at), total: String(sheets.length) }));
      const files = await makePdfs(page, sheets, new URL("assets/fill-pdf.js", root).href, tell);
      this.show();
      this.made(files.map(({ name, bytes }) => ({ name, bytes })));
      say(page, words.take.ready);
    } catch {
      this.show();
      say(page, words.take.pdf_failed);
    } finally {
      press.removeAttribute("aria-busy");
    }
  }

  /** @param {{name: string, bytes: Uint8Array}[] | null} files */
  made(files) {
    const { page, view, words } = this;
    const place = one(this.place, "#ds-made");
    const blobs = (files ?? []).map(({ name, bytes }) => new File([/** @type {BlobPart} */ (bytes)], name, { type: "application/pdf" }));
    const links = blobs.map((file) => {
      const known = this.known.find(({ id }) => file.name === `${id}.pdf`);
      const link = linkTo(page, file.name, file.type, file);
      link.className = "ds-use";
      link.textContent = `${known?.number ? `${fill(words.text.label, { number: String(known.number) })}: ` : ""}${known?.title ?? file.name} (PDF)`;
      const row = made(page, "li");
      row.append(link);
      return row;
    });
    const list = made(page, "ul", "ds-made__list");
    list.append(...links);
    const together = blobs.length && view.navigator.canShare?.({ files: blobs });
    const share = () => void view.navigator.share({ files: blobs }).catch(() => undefined);
    place.replaceChildren(...(blobs.length ? [list] : []), ...(together ? [button(page, "ds-button", words.take.share_files, share)] : []));
  }

  file() {
    const session = sessionOf(this.page);
    download(this.page, `${session.id}.answers.json`, "application/json", fileOf(session, this.store.all(), Date.now()));
    say(this.page, this.words.take.file_made);
  }

  text() {
    const content = everything(this.page, this.store.all(), this.asked);
    download(this.page, `${sessionOf(this.page).id}.md`, "text/markdown", content);
    say(this.page, this.words.take.text_made);
  }

  /** @param {HTMLInputElement} input */
  async bring(input) {
    const { page, words } = this;
    const [file] = input.files ?? [];
    if (!file) return;
    const content = file.size > LARGEST ? "" : await file.text().catch(() => "");
    const found = readFile(content, sessionOf(page).id);
    input.value = "";
    if ("refused" in found) return say(page, fill(words.bring[found.refused], { title: found.title }));
    const before = this.store.all();
    const count = countWords(words, counted(found.sheets));
    const full = this.write(mergeAll(before, found.sheets));
    this.show();
    const left = found.left ? ` ${fill(words.bring.left, { count: String(found.left) })}` : "";
    const text = `${fill(words.bring.done, count)}${left}${full ? ` ${fill(words.full, this.device)}` : ""}`;
    offerUndo(page, { strong: text, text: words.bring.merged, label: words.undo_bring, done: words.bring.undone, undo: () => this.back(before) });
  }

  /** Whether something could not be stored. @param {Sheets} sheets */
  write(sheets) {
    return Object.entries(sheets).filter(([id, sheet]) => this.store.write(id, sheet) !== "saved").length > 0;
  }

  /** Everything as it was. @param {Sheets} before */
  back(before) {
    this.store.remove(Object.keys(this.store.all()).filter((id) => !before[id]));
    this.write(before);
    this.show();
  }

  /** Takes sheets away at once, all without `ids`; undone until the page is closed. @param {string[]} [ids] */
  erase(ids) {
    const before = this.store.all();
    const gone = ids ?? Object.keys(before);
    const { sheets } = countWords(this.words, { sheets: gone.length, answers: 0 });
    this.store.remove(gone);
    this.show();
    const { words } = this;
    const undo = () => this.back({ ...this.store.all(), ...Object.fromEntries(gone.map((id) => [id, before[id]])) });
    const strong = fill(words.erased, { sheets });
    offerUndo(this.page, { strong, text: words.erased_text, label: words.undo_all, done: words.undone, undo });
  }
}
