// Answers as plain text with the few signs of Markdown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../../templates/scripts/notes.js";

const WORDS = { label: "Worksheet {number}", earlier: "From an earlier version", drawing: "(a drawing)", also: "Also: {text}" };
const sheet = (values, rest = {}) => ({ title: "Know yourself", number: 1, anonymous: false, order: Object.keys(values), done: 0, total: 0, values, ...rest });

test("long answers stand under their question, short ones in lists with their heading", () => {
  const values = {
    a: { v: "Line one\nLine two ", p: "How I  became good", k: "text", t: 1 },
    b: { v: "8", p: "Trust", k: "choice", t: 1 },
    c: { v: "2", s: "Agree", p: "We say it", k: "choice", t: 1 },
    d: { v: "yes", s: "✓", p: "A lesson", g: "What we show", k: "tick", t: 1 },
    e: { v: "0,0 5,5", p: "Our team", k: "drawing", t: 1 },
  };
  assert.equal(textOf("A day", [[sheet(values), undefined]], WORDS), [
    "# A day", "## Worksheet 1: Know yourself", "**How I became good**", "Line one\nLine two",
    "- Trust: 8\n- We say it: Agree", "**What we show**", "- [x] A lesson", "- Our team: (a drawing)\n",
  ].join("\n\n"));
});

test("what the sheet no longer asks for stands at its end, and what else was written below its answer", () => {
  const values = {
    a: { v: "now", p: "What?", k: "text", t: 2, also: [{ v: "before", t: 1 }] },
    old: { v: "kept", p: "Which?", k: "line", t: 1 },
  };
  const text = textOf("A day", [[sheet(values), ["a"]]], WORDS);
  assert.match(text, /\*\*What\?\*\*\n\nnow\n\nAlso: before\n\n### From an earlier version\n\n- Which\?: kept/);
});

test("a sheet without a number is told by its title", () => {
  assert.match(textOf("A day", [[sheet({}, { number: 0 }), []]], WORDS), /^# A day\n\n## Know yourself\n/);
});
