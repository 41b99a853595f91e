// The file that carries answers to another device.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { VERSION, fileOf, readFile } from "../../templates/scripts/answers-file.js";

const SESSION = { id: "a-day", title: "A day" };
const ONE = { title: "T", number: 2, anonymous: false, order: ["s--a"], done: 1, total: 2, values: { "s--a": { v: "x", p: "What?", k: "text", t: 5 } } };

test("what was written is read back as it was", () => {
  assert.deepEqual(readFile(fileOf(SESSION, { s: ONE }, 0), "a-day"), { sheets: { s: ONE }, left: 0 });
});

test("a file of another session is refused with its title", () => {
  assert.deepEqual(readFile(fileOf(SESSION, {}, 0), "another"), { refused: "other", title: "A day" });
});

test("a file of a later version is refused before anything of it is read", () => {
  const later = JSON.stringify({ kind: "daysheet answers", version: VERSION + 1, session: { id: 7 }, sheets: 9 });
  assert.deepEqual(readFile(later, "a-day"), { refused: "later", title: "" });
});

test("what is no file of answers is refused, whatever it is", () => {
  for (const text of ["", "{", "[]", "null", '"x"', "<html></html>", "{}", '{"kind": "daysheet answers", "version": "1"}']) {
    assert.deepEqual(readFile(text, "a-day"), { refused: "broken", title: "" }, text);
  }
});

test("pieces that cannot be understood are left out and counted, the rest is read", () => {
  const file = { kind: "daysheet answers", version: 1, session: SESSION, sheets: {
    s: { ...ONE, values: { ...ONE.values, "s--b": { v: 7, p: "?", k: "text" }, "s--c": null, "<b>": { v: "", p: "", k: "text" } } },
    "../x": ONE,
  } };
  assert.deepEqual(readFile(JSON.stringify(file), "a-day"), { sheets: { s: ONE }, left: 4 });
});

test("markup in an answer stays the text that it is", () => {
  const values = { "s--a": { v: "<img src=x onerror=alert(1)>", p: "<b>?</b>", k: "text", t: 1 } };
  const read = readFile(fileOf(SESSION, { s: { ...ONE, values } }, 0), "a-day");
  assert.deepEqual(read.sheets.s.values, values);
});

test("a name that every object has is no answer", () => {
  const read = readFile('{"kind":"daysheet answers","version":1,"session":{"id":"a-day"},"sheets":{"__proto__":{"values":{"constructor":{}}}}}', "a-day");
  assert.deepEqual(read, { sheets: {}, left: 1 });
});

test("a name that every object has is no id of an answer either", () => {
  const values = { constructor: ONE.values["s--a"], ...ONE.values };
  assert.deepEqual(readFile(fileOf(SESSION, { s: { ...ONE, values }, valueOf: ONE }, 0), "a-day"), { sheets: { s: ONE }, left: 2 });
});

test("no text at all makes it fail", () => {
  fc.assert(fc.property(fc.json(), (text) => {
    assert.ok("refused" in readFile(text, "a-day"));
  }), { numRuns: 80 });
});
