// Places on a grid of bands, and the arrow between two of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrow, bandAt, head, middle } from "../../templates/scripts/plot.js";
import { fill } from "../../templates/scripts/fill.js";

const BANDS = { across: 6, up: 6 };

test("a tap lies in one of the bands, on the very edges too", () => {
  assert.deepEqual([-0.1, 0, 0.16, 0.17, 0.99, 1, 1.2].map((part) => bandAt(part, 6)), [1, 1, 1, 2, 6, 6, 6]);
});

test("the highest band stands at the top", () => {
  assert.deepEqual(middle({ across: 1, up: 6 }, BANDS), { x: 9.5, y: 9.5 });
  assert.deepEqual(middle({ across: 6, up: 1 }, BANDS), { x: 104.5, y: 104.5 });
});

test("an arrow keeps clear of both signs", () => {
  assert.deepEqual(arrow({ x: 10, y: 50 }, { x: 90, y: 50 }), { x1: 17.2, y1: 50, x2: 82.8, y2: 50 });
});

test("between signs that touch there is no arrow", () => {
  assert.equal(arrow({ x: 10, y: 50 }, { x: 10, y: 50 }), null);
  assert.equal(arrow({ x: 10, y: 50 }, { x: 26, y: 50 }), null);
});

test("the head of an arrow points along it", () => {
  const [start, point, end] = head({ x1: 0, y1: 50, x2: 40, y2: 50 }).slice(1).split("L").map((pair) => pair.split(" ").map(Number));
  assert.deepEqual(point, [40, 50]);
  assert.ok(start[0] < 40 && end[0] < 40 && start[1] < 50 && end[1] > 50);
});

test("a sentence keeps a name that nobody fills", () => {
  assert.equal(fill("{band} of {bands}, {else}", { band: "2", bands: "6" }), "2 of 6, {else}");
});
