// A drawing as a short text.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { packed, pathOf, thinned, unpacked } from "../../templates/scripts/strokes.js";

const point = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 750 }));
const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { maxLength: 6 });

test("what was drawn is read back as it was", () => {
  fc.assert(fc.property(strokes, (all) => assert.deepEqual(unpacked(packed(all)), all)), { numRuns: 60 });
});

test("a text that is no drawing draws nothing", () => {
  assert.deepEqual(unpacked("<svg/onload=x>;1,2 a,b 3,4"), [[[1, 2], [3, 4]]]);
  assert.deepEqual(unpacked(""), []);
});

test("a stroke keeps its ends and loses the points on its way", () => {
  assert.deepEqual(thinned([[0, 0], [10, 1], [20, 0], [30, 1], [40, 0]]), [[0, 0], [40, 0]]);
  assert.deepEqual(thinned([[0, 0], [20, 40], [40, 0]]), [[0, 0], [20, 40], [40, 0]]);
  fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (stroke) => {
    const thin = thinned(stroke);
    assert.deepEqual([thin[0], thin.at(-1)], [stroke[0], stroke.at(-1)]);
    assert.ok(thin.length <= Math.max(2, stroke.length));
  }), { numRuns: 60 });
});

test("a single point is a dot", () => {
  assert.equal(pathOf([[3, 4]]), "M3 4h.01");
  assert.equal(pathOf([[3, 4], [5, 6]]), "M3 4L5 6");
});
