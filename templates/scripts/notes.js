// Answers as plain text with the few signs of Markdown: what is sent to oneself, copied, and kept in one's own notes.

import { inOrder, said } from "./answers.js";
import { fill } from "./fill.js";

/** @typedef {import("./answers.js").Sheet} Sheet */
/** @typedef {ReturnType<typeof inOrder>[number]} Entry */
/**
 * What the text says itself: `earlier` above answers that the sheet no longer asks for, `drawing` in the place of one,
 * `also` before what else was written, `label` for a sheet ("Worksheet {number}").
 * @typedef {{label: string, earlier: string, drawing: string, also: string}} Said
 */

/**
 * The whole text: a heading for the session, then sheet by sheet.
 * @param {string} title @param {[Sheet, string[] | undefined][]} sheets each with the ids that it asks for now
 * @param {Said} words
 */
export function textOf(title, sheets, words) {
  const parts = [`# ${title}`, ...sheets.map(([sheet, asked]) => sheetText(sheet, asked, words))];
  return `${parts.join("\n\n")}\n`;
}

/** @param {Sheet} sheet @param {string[] | undefined} asked @param {Said} words */
function sheetText(sheet, asked, words) {
  const label = sheet.number ? `${fill(words.label, { number: String(sheet.number) })}: ` : "";
  const entries = inOrder(sheet, asked);
  const gone = entries.filter((each) => each.gone);
  const parts = [...blocks(entries.filter((each) => !each.gone), words)];
  if (gone.length) parts.push(`### ${words.earlier}`, ...blocks(gone, words));
  return [`## ${label}${sheet.title}`, ...parts].join("\n\n");
}

/** Long answers stand alone under their question, short ones in lists. @param {Entry[]} entries @param {Said} words */
function* blocks(entries, words) {
  let group = "";
  /** @type {string[]} */
  const list = [];
  for (const entry of entries) {
    const long = entry.k === "text";
    if (list.length && (long || (entry.g ?? "") !== group)) yield list.splice(0).join("\n");
    if (!long && entry.g && entry.g !== group) yield `**${one(entry.g)}**`;
    group = long ? "" : (entry.g ?? "");
    if (long) yield `**${one(entry.p)}**\n\n${[entry.v.trim(), ...others(entry, words)].join("\n\n")}`;
    else list.push(...line(entry, words));
  }
  if (list.length) yield list.join("\n");
}

/** @param {Entry} entry @param {Said} words */
function line(entry, words) {
  const text = entry.k === "drawing" ? words.drawing : one(said(entry));
  const first = entry.k === "tick" ? `- [x] ${one(entry.p)}` : `- ${one(entry.p)}: ${text}`;
  return [first, ...others(entry, words).map((each) => `  ${one(each)}`)];
}

/** @param {Entry} entry @param {Said} words */
function others(entry, words) {
  return entry.k === "drawing" ? [] : (entry.also ?? []).map((each) => fill(words.also, { text: said(each).trim() }));
}

/** @param {string} text */
function one(text) {
  return text.replace(/\s+/g, " ").trim();
}
