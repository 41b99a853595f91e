// Where the session is, and which rounds to shorten: by example, and by property against ranges and anchors.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { along, at, forecast, propose } from "../../templates/scripts/plan.js";

const HOUR = 3600;
const round = (id, start, minutes, more = {}) => ({
  id, title: id, part: "p", track: "", date: "2026-03-10", start, end: start === null ? null : start + minutes * 60, minutes, pause: false, kind: "activity", anchored: false, ...more,
});
const day = {
  rounds: [
    round("one", 0, 30),
    round("pause", 1800, 15, { pause: true, kind: "break" }),
    round("two", 3600, 30, { anchored: true }),
    round("left", 2 * HOUR, 30, { part: "q", track: "a" }),
    round("right", 2 * HOUR, 20, { part: "q", track: "b" }),
    round("later", 30 * HOUR, 30, { date: "2026-03-11" }),
  ],
};

test("a session is before, in a round, in a break, waiting, between two days, after", () => {
  const said = [-1, 0, 1800, 2700, 5400, 3 * HOUR, 40 * HOUR].map((instant) => at(day, instant).state);
  assert.deepEqual(said, ["before", "round", "break", "between", "between", "before", "after"]);
});

test("what is on is told with how long, what comes, and the next break", () => {
  const moment = at(day, 600);
  assert.deepEqual([moment.round.id, moment.next.id, moment.pause.id, moment.left, moment.share], ["one", "pause", "pause", 1200, 1 / 3]);
  assert.equal(at(day, 1900).pause, null);
});

test("a round ends when the next begins, to the second", () => {
  assert.equal(at(day, 1799).round.id, "one");
  assert.equal(at(day, 1800).round.id, "pause");
});

test("of rounds side by side the one of my track is mine, the other is told too", () => {
  assert.equal(at(day, 2 * HOUR, "b").round.id, "right");
  assert.deepEqual(at(day, 2 * HOUR, "b").others.map((each) => each.id), ["left"]);
  assert.deepEqual(along(day).map((each) => each.id), ["one", "pause", "two", "left", "later"]);
});

test("a session without times says so", () => {
  assert.equal(at({ rounds: [round("one", null, 30)] }, 0).state, "untimed");
  assert.equal(at({ rounds: [] }, 0).state, "untimed");
});

const item = (id, minutes, slack, anchor = null) => ({ id, title: id, minutes, least: minutes - slack, most: minutes, slack, length: minutes * 60, anchor });

test("the fewest rounds are shortened, and no more than is needed", () => {
  const told = propose([item("a", 30, 5), item("b", 20, 10), item("c", 20, 2), item("lunch", 60, 0, 70 * 60)], 9 * 60, null);
  assert.deepEqual(told.minutes, { b: 11 });
  assert.deepEqual([told.kept, told.missed], [[3], []]);
});

test("what cannot be kept is told with the minutes that remain, and the day still ends in time", () => {
  const told = propose([item("showcase", 42, 10), item("break", 15, 0, 27 * 60), item("team", 25, 0), item("close", 15, 0)], 0, 87 * 60);
  assert.deepEqual(told.minutes, { showcase: 32 });
  assert.deepEqual(told.missed, [{ at: 1, minutes: 5 }]);
  assert.deepEqual(told.kept, [4]);
});

test("nothing late, nothing proposed", () => {
  assert.equal(propose([item("a", 30, 5), item("b", 20, 5, 31 * 60)], 30, null), null);
});

const items = fc.array(
  fc.record({ minutes: fc.integer({ min: 1, max: 60 }), slack: fc.integer({ min: 0, max: 20 }), wait: fc.option(fc.integer({ min: -15, max: 10 }), { freq: 3, nil: null }) }),
  { minLength: 1, maxLength: 9 },
).map((all) => {
  let clock = 0;
  return all.map(({ minutes, slack, wait }, index) => {
    const anchor = wait === null || !index ? null : clock + wait * 60;
    clock = Math.max(clock, anchor ?? clock) + minutes * 60;
    return item(String(index), minutes, Math.min(slack, minutes - 1), anchor);
  });
});
const settings = { seed: 20180322, numRuns: 400 };
const begins = fc.integer({ min: 0, max: 30 * 60 });
const ends = fc.option(fc.integer({ min: 0, max: 6 * HOUR }), { nil: null });
const goals = (all, end) => [...all.flatMap((each, index) => (index && each.anchor !== null ? [[index, each.anchor]] : [])), ...(end === null ? [] : [[all.length, end]])];
const lateAt = (told, index, due) => Math.round(((index < told.starts.length ? told.starts[index] : told.end) - due) / 60);

test("every round stays within its range, and no anchor is passed that is not told", () => {
  fc.assert(fc.property(items, begins, ends, (all, begin, end) => {
    const told = propose(all, begin, end);
    if (!told) return goals(all, end).every(([index, due]) => lateAt(forecast(all, begin), index, due) <= 0);
    const inRange = told.cuts.every((cut) => cut.least <= cut.to && cut.to < cut.from && cut.from <= cut.most);
    const missed = new Map(told.missed.map((each) => [each.at, each.minutes]));
    return inRange && goals(all, end).every(([index, due]) => {
      const late = lateAt(told.forecast, index, due);
      return missed.has(index) ? late === missed.get(index) : late <= 0;
    }) && all.every((each, index) => !index || each.anchor === null || told.forecast.starts[index] >= each.anchor);
  }), settings);
});

test("what is told as missed could not have been kept by any cut", () => {
  fc.assert(fc.property(items, begins, ends, (all, begin, end) => {
    const told = propose(all, begin, end);
    const utmost = forecast(all, begin, all.map((each) => each.slack));
    return !told || told.missed.every(({ at: index }) => lateAt(utmost, index, new Map(goals(all, end)).get(index)) > 0);
  }), settings);
});

test("no cut is idle: with any one of them taken back something is late again", () => {
  fc.assert(fc.property(items, begins, ends, (all, begin, end) => {
    const told = propose(all, begin, end);
    return !told || told.cuts.every((cut) => {
      const cuts = all.map((each) => (each.id === cut.id ? Math.max(0, each.minutes - cut.to - 1) : each.minutes - (told.minutes[each.id] ?? each.minutes)));
      const before = goals(all, end).map(([index, due]) => Math.max(0, lateAt(told.forecast, index, due)));
      const after = goals(all, end).map(([index, due]) => Math.max(0, lateAt(forecast(all, begin, cuts), index, due)));
      return after.some((late, at_) => late > before[at_]);
    });
  }), settings);
});

test("for one goal no smaller number of rounds would do", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (slacks, need) => {
    const all = slacks.map((slack, index) => item(String(index), 20, slack));
    const told = propose(all, need * 60, all.length * 20 * 60);
    let [rest, count] = [need, 0];
    for (const slack of [...slacks].sort((one, other) => other - one)) if (rest > 0 && slack) [rest, count] = [rest - slack, count + 1];
    return told.cuts.length === count;
  }), settings);
});

test("a room that waits at an anchor gains nothing by a cut before it, so none is proposed there", () => {
  const told = propose([item("a", 30, 10), item("b", 30, 10, 60 * 60), item("c", 30, 10)], 0, 115 * 60);
  assert.deepEqual(Object.keys(told.minutes), ["c"]);
});
