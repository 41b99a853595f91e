// A session as it really runs: forward, back, paused, longer, shortened, late, and what the log says of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { take, undo } from "../../templates/scripts/changes.js";
import { byLetter, split } from "../../templates/scripts/groups.js";
import { csv, logOf } from "../../templates/scripts/log.js";
import { add, back, fresh, left, markOf, next, nextRound, pause, remaining, slidesFor } from "../../templates/scripts/run.js";
import { standing } from "../../templates/scripts/standing.js";
import { roundOf, stepOf, timed } from "./rounds.mjs";

const NINE = 1_773_154_800;
const rounds = timed([
  roundOf("welcome", { minutes: 10 }),
  roundOf("talk", { steps: [stepOf(5), stepOf(12), stepOf(8)] }),
  roundOf("pause", { minutes: 15, kind: "break", pause: true }),
  roundOf("work", { minutes: 30, least: 20, starts: 50 }),
  roundOf("close", { minutes: 10 }),
], NINE);
const day = { zone: "America/Edmonton", language: "en", rounds, days: [{ date: "2026-03-10", start: NINE, end: NINE + 95 * 60, doors: null }] };
const begun = (steps, at = NINE) => Array.from({ length: steps }).reduce((run) => next(run, rounds, at), fresh("m"));

test("going on starts the clock of each slide, and says when rounds really began", () => {
  let run = next(fresh("m"), rounds, NINE + 60);
  assert.equal(left(run, NINE + 120), 540);
  run = next(run, rounds, NINE + 700);
  assert.deepEqual(run.real, { welcome: { start: NINE + 60, end: NINE + 700 }, talk: { start: NINE + 700, end: null } });
  assert.equal(left(run, NINE + 700), 300);
});

test("it never goes on by itself: the clock runs below nothing", () => {
  assert.equal(left(begun(1), NINE + 660), -60);
});

test("back is as if nobody had gone on", () => {
  const one = next(fresh("m"), rounds, NINE);
  const two = back(next(one, rounds, NINE + 300), rounds, NINE + 310);
  assert.equal(left(two, NINE + 310), 290);
  assert.deepEqual(two.real, one.real);
  assert.equal(back(fresh("m"), rounds, NINE).slide, 0);
});

test("a clock that stands still loses nothing, and a minute more is a minute more, also when it is over", () => {
  const still = pause(begun(1), NINE + 60);
  assert.equal(left(still, NINE + 500), 540);
  const on = pause(still, NINE + 500);
  assert.equal(left(on, NINE + 510), 530);
  assert.equal(left(add(on, 60, NINE + 510), NINE + 510), 590);
  assert.equal(left(add(begun(1), 60, NINE + 900), NINE + 900), 60);
});

test("a break that began late ends when the round after it must begin", () => {
  const run = begun(5, NINE + 40 * 60);
  assert.equal(slidesFor(run, rounds)[run.slide].kind, "break");
  assert.equal(left(run, NINE + 40 * 60), 600);
});

test("the round after is one key away, and the end is the end", () => {
  assert.deepEqual([1, 2, 3].map((count) => Array.from({ length: count }).reduce((run) => nextRound(run, rounds, NINE), fresh("m")).slide), [1, 2, 5]);
  const last = slidesFor(fresh("m"), rounds).length - 1;
  assert.equal(begun(30).slide, last);
});

test("what the round still needs is its clock and the steps ahead", () => {
  const run = begun(2);
  assert.equal(remaining(run, slidesFor(run, rounds), NINE + 60), 240 + 720 + 480);
});

test("a change that is taken while a round runs is taken from what is left of it, and undone whole", () => {
  const run = begun(3);
  const before = remaining(run, slidesFor(run, rounds), NINE + 120);
  const cut = take(run, rounds, { talk: 21, work: 25 }, NINE + 120);
  assert.equal(before - remaining(cut, slidesFor(cut, rounds), NINE + 120), 240);
  assert.equal(slidesFor(cut, rounds)[2].seconds, 300);
  assert.equal(slidesFor(cut, rounds)[6].seconds, 25 * 60);
  const twice = take(cut, rounds, { talk: 20 }, NINE + 180);
  assert.ok(Math.abs(remaining(cut, slidesFor(cut, rounds), NINE + 180) - remaining(twice, slidesFor(twice, rounds), NINE + 180) - 60) <= 1);
  const undone = undo(undo(twice, rounds), rounds);
  assert.equal(remaining(undone, slidesFor(undone, rounds), NINE + 120), before);
  assert.deepEqual([undone.minutes, undone.changes], [{}, []]);
});

test("on time nothing is proposed; late, the plan is kept by what can give", () => {
  assert.equal(standing(day, rounds, begun(1), NINE + 60).proposal, null);
  const late = { ...begun(6, NINE + 58 * 60) };
  const told = standing(day, rounds, late, NINE + 58 * 60);
  assert.deepEqual([told.drift, told.proposal.minutes], [8, { work: 27 }]);
  const taken = take(late, rounds, told.proposal.minutes, NINE + 58 * 60);
  assert.equal(standing(day, rounds, taken, NINE + 58 * 60).proposal, null);
});

test("a session that begins late says so before it begins", () => {
  const told = standing(day, rounds, fresh("m"), NINE + 300);
  assert.deepEqual([told.on, told.drift], [null, 5]);
});

test("a run of other rounds is not taken up", () => {
  assert.notEqual(markOf(rounds), markOf(rounds.slice(1)));
  assert.equal(markOf(rounds), markOf(structuredClone(rounds)));
});

test("43 people make 14 groups of three, one of them of four; at tables of six there are eight", () => {
  assert.deepEqual(split(43, { name: "trios", size: 3, to: 3 }, 6), { groups: 14, size: 3, large: 1 });
  assert.deepEqual(split(43, { name: "tables", size: 0, to: 0 }, 6), { groups: 8, size: 5, large: 3 });
  assert.deepEqual(split(2, { name: "trios", size: 3, to: 3 }, 6), { groups: 1, size: 2, large: 0 });
  assert.equal(split(43, { name: "alone", size: 0, to: 0 }, 6), null);
  assert.equal(split(0, { name: "pairs", size: 2, to: 2 }, 6), null);
  assert.deepEqual(byLetter(43, 3), [15, 14, 14]);
});

test("the log holds what was planned and what happened, and nothing in it is a formula", () => {
  const run = take(nextRound(nextRound(fresh("m"), rounds, NINE + 60), rounds, NINE + 720), rounds, { work: 25 }, NINE + 800);
  const text = logOf(day, rounds, run, { heads: ["Date", "Round", "Plan", "Real", "End", "Min", "Now", "Took"], change: "Change taken" });
  const lines = text.replace("\ufeff", "").trim().split("\r\n");
  assert.equal(lines[1], "2026-03-10,welcome,9:00,9:01,9:12,10,10,11");
  assert.equal(lines[4], "2026-03-10,work,9:50,,,30,25,");
  assert.match(lines.at(-1), /^2026-03-10,Change taken,,9:13/);
  assert.equal(csv([["=1+1", "+a", "-b", "@c", " =d", 'say "x", y', -5]]), "\ufeff\"'=1+1\",\"'+a\",\"'-b\",\"'@c\",\"' =d\",\"say \"\"x\"\", y\",-5\r\n");
});
