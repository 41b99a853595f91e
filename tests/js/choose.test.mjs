// How many of a list may be chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { closed } from "../../templates/scripts/choose.js";

test("below the limit every box is open", () => {
  assert.deepEqual(closed([true, false, false], 2), [false, false, false]);
});

test("at the limit the boxes that are not ticked are closed, and a ticked one can still be unticked", () => {
  assert.deepEqual(closed([true, false, true], 2), [false, true, false]);
});

test("answers of an earlier day beyond the limit close nothing that is ticked", () => {
  assert.deepEqual(closed([true, true, true, false], 2), [false, false, false, true]);
});
