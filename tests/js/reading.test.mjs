import assert from "node:assert/strict";
import { test } from "node:test";

import { minutesFor, partAt } from "../../templates/scripts/reading.js";
import { tasteOf } from "../../templates/scripts/reading-panel.js";

test("a taste that nobody could have chosen is the usual one", () => {
  assert.deepEqual(tasteOf('{"size":4,"face":"sans"}'), { size: 4, face: "sans" });
  for (const text of [null, "", "[]", "{", '{"size":9,"face":"wingdings"}', "null"]) assert.deepEqual(tasteOf(text), { size: 1, face: "serif" }, String(text));
});

test("the part that is read is the last that begins above the line", () => {
  assert.deepEqual([[], [100], [-500, 40, 400], [-900, -500, -10]].map((tops) => partAt(tops, 80)), [-1, -1, 1, 2]);
});

test("a few words take a minute, and many their share", () => {
  assert.deepEqual([0, 20, 440, 1100].map(minutesFor), [1, 1, 2, 5]);
});
