// Times of day in the session's zone, `?now=`, and figures.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clockFrom, givenNow, instantOf, minutesAndSeconds, shownTime, wall } from "../../templates/scripts/clock.js";
import { fill } from "../../templates/scripts/fill.js";

const day = { zone: "America/Edmonton", language: "en", days: [{ date: "2018-03-22" }] };
const TEN = Date.UTC(2018, 2, 22, 16, 5) / 1000;

test("now is told by the session's clock, by the hour of its first day, or as an instant", () => {
  for (const text of ["2018-03-22T10:05", "2018-03-22 10:05:00", "10:05", "2018-03-22T16:05Z", "2018-03-22T18:05+02:00", "2018-03-22T18:05%2B02:00"])
    assert.equal(givenNow(`?now=${text}`, day), TEN, text);
});

test("what is no time is no now", () => {
  for (const text of ["", "soon", "25:00", "10:61", "2018-13-01T10:00", "10"]) assert.equal(givenNow(`?now=${text}`, day), null, text);
  assert.equal(givenNow("?now=10:05", { zone: "", days: [] }), null);
  assert.equal(givenNow("", day), null);
});

test("a clock goes on from the now that was given", () => {
  let device = 5_000_000;
  const now = clockFrom("?now=10:05", day, () => device);
  device += 61_000;
  assert.equal(now(), TEN + 61);
  assert.equal(clockFrom("", day, () => 7_500)(), 7.5);
});

test("a time is shown on 24 hours in English, and as its language has it elsewhere", () => {
  assert.equal(shownTime(TEN, day), "10:05");
  assert.equal(shownTime(Date.UTC(2018, 2, 22, 15, 5) / 1000, day), "9:05");
  assert.match(shownTime(TEN, { ...day, language: "de" }), /10:05/);
});

test("every instant is found again from what its wall shows, but for the hour that a clock strikes twice", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.constantFrom("America/Edmonton", "Europe/Vienna", "Asia/Kolkata", "Pacific/Auckland"), (instant, zone) => {
    const shown = wall(instant, zone);
    return JSON.stringify(wall(instantOf(shown, zone), zone)) === JSON.stringify(shown);
  }), { seed: 1, numRuns: 200 });
});

test("seconds become minutes and seconds", () => {
  assert.deepEqual([0, 34, 484.9, 3723, -5].map(minutesAndSeconds), ["0:00", "0:34", "8:04", "1:02:03", "0:00"]);
});

test("a place that has no value stays to be seen", () => {
  assert.equal(fill("Turn {turn} of {turns}", { turn: 2 }), "Turn 2 of {turns}");
});
