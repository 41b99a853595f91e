// What answers to statements add up to.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mean, part, ticks } from "../../templates/scripts/scores.js";

test("the mean has one place and leaves out what counts nothing", () => {
  assert.equal(mean([{ points: 4 }, { points: 3 }, { points: null }, { points: 3 }]), 3.3);
  assert.equal(mean([{ points: null }]), null);
  assert.equal(mean([]), null);
});

test("the mean lies between the least and the most", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1 }), (all) => {
    const value = mean(all.map((points) => ({ points })));
    assert.ok(value >= Math.min(...all) - 0.05 && value <= Math.max(...all) + 0.05);
  }), { numRuns: 60 });
});

test("a value has its place between the ends, and one beyond them stands at the end", () => {
  assert.deepEqual([part(1, 1, 4), part(4, 1, 4), part(2.5, 1, 4), part(9, 1, 4), part(3, 3, 3)], [0, 1, 0.5, 1, 0]);
});

test("a short scale has a mark for every number, a long one for its ends", () => {
  assert.deepEqual(ticks(1, 4), [1, 2, 3, 4]);
  assert.deepEqual(ticks(0, 100), [0, 100]);
});
