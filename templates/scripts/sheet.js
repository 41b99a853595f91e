// A worksheet that is filled in: what was kept is shown, what is written is kept as one types, and what became of it said.

import { earlier, put, said } from "./answers.js";
import { giveKeyboards, giveRoom, progressOf, questionsOf } from "./controls.js";
import { all, deviceOf, pageOf, placeOf, wordsOf } from "./elements.js";
import { markUnsaved, showNotes, unmark } from "./kept-notes.js";
import { fill } from "./fill.js";
import { ProgressLine } from "./progress.js";
import { SavedLine, notice, offerUndo, when } from "./saved.js";
import { sendToMyself } from "./send.js";
import { openStore } from "./store.js";

/** @typedef {import("./controls.js").Question} Question */
/** @typedef {import("./answers.js").Sheet} Sheet */

const WAIT = 400;
const CALM = 10_000;

/** The worksheets of a page, read and not yet shown. @param {Document} page @param {Window} view @returns {FilledSheet[]} */
export function sheetsOf(page, view) {
  const words = wordsOf(page);
  if (!words) return [];
  return all(page, "form.ds-sheet").flatMap((form) => {
    const place = placeOf(form);
    return place ? [new FilledSheet(page, view, /** @type {HTMLFormElement} */ (form), place, words)] : [];
  });
}

/** Makes the worksheets forms that keep what is written. @param {FilledSheet[]} sheets @param {Window} view */
export function startSheets(sheets, view) {
  for (const sheet of sheets) sheet.start();
  if (sheets.length < 2) return;
  const again = () => sheets.find(({ form }) => form.offsetParent)?.again();
  view.addEventListener("hashchange", again);
  again();
}

/** A worksheet, what of it is kept, and what it says of that. */
export class FilledSheet {
  /** @param {Document} page @param {Window} view @param {HTMLFormElement} form @param {HTMLElement} place @param {import("./elements.js").Words} words */
  constructor(page, view, form, place, words) {
    this.page = page;
    this.view = view;
    this.form = form;
    this.words = words;
    this.id = place.dataset.sheet ?? "";
    this.about = { title: place.dataset.title ?? "", number: Number(place.dataset.number ?? 0), anonymous: "anonymous" in place.dataset };
    this.device = deviceOf(view, words);
    this.store = openStore(view, page.documentElement.dataset.session ?? "");
    this.questions = questionsOf(form, words);
    this.line = new SavedLine(page, pageOf(page, "take-home", place.dataset.home ?? ""), words.home);
    this.progress = new ProgressLine(place, this.questions, words);
    /** @type {Set<Question>} */
    this.waiting = new Set();
    /** @type {Map<string, {v: string | undefined, t: number}>} what this window last read or wrote */
    this.seen = new Map();
    this.timer = 0;
    this.last = 0;
    this.first = false;
  }

  start() {
    giveKeyboards(this.form, this.words.keyboards);
    giveRoom(this.form);
    this.first = Object.keys(this.store.all()).length === 0;
    this.load();
    this.listen();
    if (!this.store.storage) notice(this.form, "blocked", { text: this.words.blocked, buttons: [[this.words.send, () => this.send()]] });
    this.rest();
  }

  listen() {
    const { form, page, view } = this;
    form.addEventListener("input", (event) => this.wait(event.target));
    form.addEventListener("change", (event) => { this.wait(event.target); this.flush(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    view.addEventListener("pagehide", () => this.flush());
    page.addEventListener("visibilitychange", () => page.visibilityState === "hidden" && this.flush());
    view.addEventListener("pageshow", (event) => event.persisted && this.load());
    view.addEventListener("storage", (event) => this.elsewhere(event));
    view.addEventListener("online", () => this.rest());
    view.addEventListener("offline", () => this.rest());
    view.addEventListener("beforeunload", (event) => this.store.unsaved.size && event.preventDefault());
  }

  /** Shows what is kept. */
  load() {
    const kept = this.store.read(this.id);
    for (const question of this.questions) {
      const answer = kept?.values[question.id];
      question.write(answer?.v ?? null);
      this.seen.set(question.id, { v: question.read()?.v, t: answer?.t ?? 0 });
      this.note(question, kept);
    }
    this.last = Math.max(0, ...Object.values(kept?.values ?? {}).map((each) => each.t));
    this.shown();
  }

  /** Shows it once more, in a document that holds several sheets. */
  again() {
    this.load();
    this.rest();
  }

  shown() {
    this.progress.show();
    this.form.dispatchEvent(new Event("ds-filled"));
  }

  /** @param {EventTarget | null} target */
  wait(target) {
    const question = this.questions.find(({ id }) => id === /** @type {HTMLInputElement} */ (target).name);
    if (!question) return;
    this.waiting.add(question);
    this.progress.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), WAIT);
  }

  flush() {
    clearTimeout(this.timer);
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const question of waiting) this.keep(question);
  }

  /** Keeps one answer; what another tab wrote to the sheet meanwhile stays. @param {Question} question */
  keep(question) {
    const old = this.store.read(this.id);
    const answer = question.read();
    const seen = this.seen.get(question.id);
    if (answer?.v === seen?.v) return; // a field that is left is told as changed once more
    const now = Date.now();
    const { prompt, group, kind } = question;
    const whole = answer && { ...answer, p: prompt, ...(group ? { g: group } : {}), k: kind, t: now };
    const sheet = put(old ?? { ...this.about, order: [], done: 0, total: 0, values: {} }, question.id, whole, seen?.t ?? 0);
    const order = this.questions.map(({ id }) => id);
    const kept = this.store.write(this.id, { ...sheet, ...this.about, order, ...progressOf(this.questions) });
    this.became(kept, now);
    if (kept === "full") markUnsaved(question, this.words.unsaved);
    this.seen.set(question.id, { v: answer?.v, t: now });
    this.note(question, this.store.read(this.id));
  }

  /** @param {import("./store.js").Kept} kept @param {number} now */
  became(kept, now) {
    if (kept === "saved") {
      notice(this.form, "full", null);
      unmark(this.form);
      const first = this.first && !this.last;
      this.last = now;
      if (first) {
        this.line.show("saved", fill(this.words.first, this.device), true);
        this.line.changed = now;
      } else if (this.line.kind !== "saved" || now - this.line.changed > CALM) this.rest();
    } else if (kept === "full") this.full();
    else this.rest();
  }

  /** The line as it is when nothing happens. */
  rest() {
    const { words, device, last } = this;
    this.line.offerErase(this.about.anonymous ? words.erase : "", () => this.handOn());
    const time = last ? when(this.page, last) : "";
    if (!this.store.storage) this.line.show("unsaved", words.forgets);
    else if (this.store.unsaved.size) this.line.show("unsaved", time ? fill(words.unsaved_since, { time }) : words.unsaved);
    else if (!this.view.navigator.onLine) this.line.show("offline", fill(words.offline, device));
    else if (this.about.anonymous) this.line.show(last ? "saved" : "ready", fill(words.only_here, device));
    else if (last) this.line.show("saved", fill(words.saved, { ...device, time }));
    else this.line.show("ready", fill(words.ready, device));
  }

  full() {
    const { words } = this;
    const again = () => {
      const sheet = this.store.read(this.id);
      if (sheet) this.became(this.store.write(this.id, sheet), Date.now());
    };
    const text = words.full_text;
    notice(this.form, "full", { strong: fill(words.full, this.device), text, alert: true, buttons: [[words.send, () => this.send()], [words.again, again]] });
    this.rest();
  }

  /** What only this page holds goes from here: whoever leaves for another page loses it. */
  send() {
    this.flush();
    void sendToMyself(this.page, this.view, this.store);
  }

  /** Another tab wrote to this sheet. @param {StorageEvent} event */
  elsewhere(event) {
    if (this.store.changed(event) !== this.id || !event.newValue) return;
    const theirs = this.store.stored(this.id);
    const time = when(this.page, Math.max(...Object.values(theirs?.values ?? {}).map((each) => each.t)));
    const show = () => {
      this.flush();
      this.load();
      notice(this.form, "tabs", null);
      this.rest();
    };
    notice(this.form, "tabs", { text: fill(this.words.tabs, { time }), buttons: [[this.words.show_that, show]] });
  }

  /** An anonymous sheet has been handed on: nothing of it stays here. */
  handOn() {
    this.flush();
    const kept = this.store.read(this.id);
    if (!kept) return;
    this.store.remove([this.id]);
    this.load();
    this.rest();
    const undo = () => {
      this.store.write(this.id, kept);
      this.load();
      this.rest();
    };
    const { handed, undo: label, undone } = this.words;
    offerUndo(this.page, { strong: handed, text: "", label, done: undone, undo });
  }

  /** What stands under a question: the wording that was answered, and what else was written. @param {Question} question @param {Sheet | null} kept */
  note(question, kept) {
    const answer = kept?.values[question.id];
    const wording = answer ? earlierOf(answer, question) : "";
    const others = (answer?.also ?? []).map((each) => said(each));
    showNotes(question, this.words, wording, others, () => {
      const now = this.store.read(this.id);
      if (!now?.values[question.id]) return;
      const { also: _, ...alone } = now.values[question.id];
      this.store.write(this.id, { ...now, values: { ...now.values, [question.id]: alone } });
      this.note(question, this.store.read(this.id));
    });
  }
}

/** The earlier wording, with the choice that it had where the sheet no longer offers it. @param {import("./answers.js").Answer} answer @param {Question} question */
function earlierOf(answer, question) {
  const wording = earlier(answer, question.prompt);
  const now = question.read();
  const lost = question.kind === "choice" && (!now || said(now) !== said(answer));
  return lost ? `${answer.p} ${said(answer)}` : wording;
}
