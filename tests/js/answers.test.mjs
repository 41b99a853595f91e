// Answers as values: setting one, two versions as one, what is counted, and in which order they are told.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { counted, earlier, inOrder, merge, mergeAll, put, said, stateOf } from "../../templates/scripts/answers.js";

const sheet = (values, rest = {}) => ({ title: "T", number: 1, anonymous: false, order: Object.keys(values), done: 0, total: 3, values, ...rest });
const answer = (v, t = 1, rest = {}) => ({ v, p: "What?", k: "text", t, ...rest });

test("an answer is set and taken away again", () => {
  const with_one = put(sheet({}), "a", answer("one"));
  assert.equal(with_one.values.a.v, "one");
  assert.deepEqual(put(with_one, "a", null).values, {});
});

test("what another tab wrote since is kept beside the new answer", () => {
  const both = put(sheet({ a: answer("theirs", 20) }), "a", answer("mine", 30), 10);
  assert.equal(both.values.a.v, "mine");
  assert.deepEqual(both.values.a.also, [{ v: "theirs", t: 20 }]);
});

test("what was seen is written over, and a text that was only written on is not told twice", () => {
  assert.equal(put(sheet({ a: answer("old", 20) }), "a", answer("new", 30), 20).values.a.also, undefined);
  assert.equal(put(sheet({ a: answer("Two years", 20) }), "a", answer("Two years of it", 30), 10).values.a.also, undefined);
});

test("clearing a field leaves what another tab wrote into it", () => {
  assert.equal(put(sheet({ a: answer("theirs", 20) }), "a", null, 10).values.a.v, "theirs");
});

test("of two versions the later stands, the other is kept, and each answer that stands alone stays", () => {
  const mine = sheet({ a: answer("old", 10), b: answer("mine", 10) });
  const theirs = sheet({ a: answer("new", 20), c: answer("theirs", 5) });
  const both = merge(mine, theirs);
  assert.deepEqual([both.values.a.v, both.values.b.v, both.values.c.v], ["new", "mine", "theirs"]);
  assert.deepEqual(both.values.a.also, [{ v: "old", t: 10 }]);
  assert.deepEqual(both.order, ["a", "b", "c"]);
});

const texts = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.record({ v: fc.string({ minLength: 1 }), t: fc.nat(99) }));
const sheets = texts.map((values) => sheet(Object.fromEntries(Object.entries(values).map(([id, { v, t }]) => [id, answer(v, t)]))));

test("no text is ever lost in putting two versions together", () => {
  fc.assert(fc.property(sheets, sheets, (one, other) => {
    const both = merge(one, other);
    for (const [id, { v }] of [...Object.entries(one.values), ...Object.entries(other.values)]) {
      const found = both.values[id];
      const all = [found.v, ...(found.also ?? []).map((each) => each.v)];
      assert.ok(all.some((text) => text.includes(v.trim())), `${v} in ${all}`);
    }
  }), { numRuns: 60 });
});

test("a file read twice changes nothing the second time", () => {
  fc.assert(fc.property(sheets, sheets, (one, other) => {
    const once = merge(one, other);
    assert.deepEqual(merge(once, other).values, once.values);
  }), { numRuns: 60 });
});

test("sheets that only one of the two has stay as they are", () => {
  const both = mergeAll({ x: sheet({ a: answer("1") }) }, { y: sheet({ b: answer("2") }) });
  assert.deepEqual(Object.keys(both), ["x", "y"]);
  assert.deepEqual(counted({ ...both, z: sheet({}) }), { sheets: 2, answers: 2 });
});

test("another wording is told, a space or another quotation mark is none", () => {
  assert.equal(earlier(answer("x"), "What? "), "");
  assert.equal(earlier(answer("x", 1, { p: "One’s own" }), "One's  own"), "");
  assert.equal(earlier(answer("x"), "How?"), "What?");
});

test("answers come in the order of the sheet, and those that it no longer asks for at the end", () => {
  const kept = sheet({ b: answer("2"), gone: answer("3"), a: answer("1") }, { order: ["a", "b"] });
  assert.deepEqual(inOrder(kept, ["a", "b"]).map(({ id, gone }) => [id, gone]), [["a", false], ["b", false], ["gone", true]]);
});

test("a sheet is not begun, begun or complete", () => {
  assert.equal(stateOf(null).state, "none");
  assert.equal(stateOf(sheet({}, { done: 1 })).state, "some");
  assert.equal(stateOf(sheet({}, { done: 3 })).state, "all");
  assert.equal(said({ v: "2", s: "Agree" }), "Agree");
});
