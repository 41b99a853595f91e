// The slides of the room screen and how long each lasts, also when its round was shortened.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { figure, share, stateOf } from "../../templates/scripts/countdown.js";
import { lengthsOf, LONG, slidesOf } from "../../templates/scripts/slides.js";
import { roundOf, stepOf } from "./rounds.mjs";

const shape = (slides) => slides.map(({ kind, turn, step }) => `${kind} ${turn}.${step}`);

test("a round with steps has a slide for each, a talk has one, and the day opens and closes", () => {
  const rounds = [roundOf("a", { steps: [stepOf(5), stepOf(12)] }), roundOf("b", { minutes: 10 })];
  assert.deepEqual(shape(slidesOf(rounds)), ["open 0.-1", "step 0.0", "step 0.1", "round 0.-1", "close 0.-1"]);
});

test("turns come one after another, with what lies between them", () => {
  const round = roundOf("a", { steps: [stepOf(5)], turns: 3, between: stepOf(2) });
  assert.deepEqual(shape(slidesOf([round])), ["open 0.-1", "step 0.0", "between 0.-1", "step 1.0", "between 1.-1", "step 2.0", "close 0.-1"]);
});

test("a long invitation stands alone first, and shares the clock of the first step", () => {
  const round = roundOf("a", { steps: [stepOf(5)], invitation: "x".repeat(LONG + 1) });
  const slides = slidesOf([round]);
  assert.deepEqual(shape(slides), ["open 0.-1", "invitation 0.-1", "step 0.0", "close 0.-1"]);
  assert.equal(slides[1].clock, slides[2].clock);
});

test("a break is a slide of its own; a change of place is not told as a break; each day opens", () => {
  const rounds = [roundOf("a", { kind: "break", pause: true }), roundOf("b", { kind: "move", pause: true }), roundOf("c", { date: "2026-03-11" })];
  assert.deepEqual(slidesOf(rounds).map((slide) => slide.kind), ["open", "break", "round", "open", "round", "close"]);
});

test("steps without minutes share the time of their turn, or what the others leave", () => {
  assert.deepEqual(lengthsOf(roundOf("a", { minutes: 20, steps: [stepOf(0), stepOf(0)] }), 20).steps, [0, 0]);
  assert.deepEqual(lengthsOf(roundOf("a", { minutes: 20, steps: [stepOf(10), stepOf(0), stepOf(0)] }), 20).steps, [600, 300, 300]);
});

test("a shortened round takes from the steps that have a range first", () => {
  const round = roundOf("a", { steps: [stepOf(10), stepOf(12, 8)] });
  assert.deepEqual(lengthsOf(round, 19).steps, [600, 540]);
  assert.deepEqual(lengthsOf(round, 16).steps, [540, 420]);
});

const steps = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 30 }), less: fc.integer({ min: 0, max: 10 }) }), { minLength: 1, maxLength: 5 });
test("steps that all have minutes add up to their turn, however short it is made", () => {
  fc.assert(fc.property(steps, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 90 }), (all, turns, less) => {
    const round = roundOf("a", { steps: all.map((each) => stepOf(each.minutes, Math.max(1, each.minutes - each.less))), turns });
    const minutes = Math.max(turns * all.length, round.minutes - less);
    const lengths = lengthsOf(round, minutes);
    const sum = lengths.steps.reduce((one, other) => one + other, 0);
    return Math.abs(sum - lengths.turn) < 1 && lengths.steps.every((each) => each >= 1);
  }), { seed: 2, numRuns: 300 });
});

test("a countdown has three states, then it is over; nothing is counted where nothing lasts", () => {
  assert.deepEqual([721, 720, 145, 144, 37, 36, 1, 0, -9].map((left) => stateOf(left, 720)), ["calm", "calm", "calm", "soon", "soon", "close", "close", "over", "over"]);
  assert.equal(stateOf(0, 0), "none");
});

test("whole minutes while there is time, then minutes and seconds, then how long it is over", () => {
  assert.deepEqual([720, 661, 660, 144, 34, 0, -12].map((left) => figure(left, 720)), ["12", "12", "11", "2:24", "0:34", "0:00", "0:12"]);
  assert.deepEqual([360, -5, 900].map((left) => share(left, 720)), [0.5, 0, 1]);
});
