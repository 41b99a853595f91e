import assert from "node:assert/strict";
import { test } from "node:test";

import { aboutMinutes, standingOf } from "../../templates/scripts/agenda-now.js";
import { over, segmentsOn } from "../../templates/scripts/day-line.js";
import { lookedAt, turnAt } from "../../templates/scripts/now.js";
import { partOf } from "../../templates/scripts/now-parts.js";
import { anchorOf, ledTo } from "../../templates/scripts/one.js";
import { nextTable, placeIn } from "../../templates/scripts/place.js";
import { toFive } from "../../templates/scripts/present.js";

const HOUR = 3600;
const round = (id, start, end, more = {}) => ({ id, start, end, letters: [], turns: 1, rotate: "", ...more });

test("a badge tells table and letter, and nothing else is taken from an address", () => {
  assert.deepEqual(placeIn("#table=4&letter=b"), { table: "4", letter: "B", station: "" });
  assert.deepEqual(placeIn("#station=North%20wall"), { table: "", letter: "", station: "North wall" });
  for (const hash of ["", "#", "#welcome", "#table=", "#table=<b>4</b>", `#table=${"9".repeat(13)}`]) assert.equal(placeIn(hash), null, hash);
});

test("tables move one on, and the last to the first", () => {
  assert.deepEqual(["1", "7", "8"].map((table) => nextTable(table, 8)), ["2", "8", "1"]);
  assert.deepEqual([["9", 8], ["x", 8], ["1", 1], ["1", 0]].map(([table, tables]) => nextTable(table, tables)), ["", "", "", ""]);
});

test("the next turn is told of rounds alone whose tables move", () => {
  const place = { table: "4", letter: "B", station: "" };
  assert.equal(turnAt(round("a", 0, 1, { turns: 3, rotate: "tables" }), place, 8), "5");
  assert.equal(turnAt(round("a", 0, 1, { turns: 3, rotate: "roles" }), place, 8), "");
  assert.equal(turnAt(round("a", 0, 1, { turns: 1, rotate: "tables" }), place, 8), "");
});

test("the line of the day is that of the day that is on, and of none before and after it", () => {
  const line = [[9, 10, false], [10, 11, true], [11, 12, false], [33, 34, false]].map(([start, end, pause]) => [start * HOUR, end * HOUR, pause]);
  assert.equal(segmentsOn(line, 9.5 * HOUR).length, 3);
  assert.equal(segmentsOn(line, 33.5 * HOUR).length, 1);
  for (const hour of [8, 12, 20, 34]) assert.deepEqual(segmentsOn(line, hour * HOUR), []);
});

test("a segment is over by its share of the minutes", () => {
  assert.deepEqual([0, 50, 75, 100, 300].map((instant) => over([50, 100, false], instant)), [0, 0, 0.5, 1, 1]);
});

test("one may look at the rounds before and after the one that is on, and no further than they go", () => {
  const rounds = [round("a", 0, 10), round("b", 10, 20), round("c", 20, 30)];
  const moment = { round: rounds[1], next: rounds[2] };
  assert.deepEqual([-1, 0, 1].map((aside) => lookedAt(rounds, moment, aside).id), ["a", "b", "c"]);
  assert.equal(lookedAt(rounds, moment, 2), null);
  assert.equal(lookedAt(rounds, { round: null, next: rounds[2] }, 0).id, "c");
  assert.equal(lookedAt(rounds, { round: null, next: null }, 0), null);
});

test("a letter leads to its own part", () => {
  const jigsaw = round("j", 0, 1, { letters: [{ letter: "A", reads: "stop", address: "readings/r.html#stop" }] });
  assert.equal(partOf(jigsaw, "A"), "readings/r.html#stop");
  assert.equal(partOf(jigsaw, "B"), "");
});

test("a round is past, on, next, or still to come", () => {
  const [a, b, c, d] = [round("a", 0, 10), round("b", 10, 20), round("c", 20, 30), round("d", 30, 40)];
  const moment = { state: "round", round: b, others: [], next: c };
  assert.deepEqual([a, b, c, d].map((each) => standingOf(each, moment, 15)), ["past", "now", "next", ""]);
  assert.equal(standingOf(a, { state: "before", round: null, others: [], next: a }, -5), "");
});

test("minutes left are told to five, and the last few as they are", () => {
  assert.deepEqual([1, 61, 240, 301, 22 * 60, 24 * 60].map(aboutMinutes), [1, 2, 4, 5, 20, 25]);
});

test("times are told to five minutes", () => {
  assert.deepEqual([0, 149, 150, 290].map(toFive), [0, 0, 300, 300]);
});

test("in the one file an address within the site leads to its section, or to the part of it that is named", () => {
  const has = (id) => ["page--worksheets-plan", "page--worksheets-plan--aim", "plan--goal"].includes(id);
  assert.equal(anchorOf("worksheets/plan.html"), "page--worksheets-plan");
  assert.equal(ledTo("../worksheets/plan.html", has), "page--worksheets-plan");
  assert.equal(ledTo("worksheets/plan.html#aim", has), "page--worksheets-plan--aim");
  assert.equal(ledTo("worksheets/plan.html#plan--goal", has), "plan--goal");
  for (const out of ["https://example.org/worksheets/plan.html", "pdf/plan.pdf", "#aim", "other.html", "mailto:a@b.c"]) assert.equal(ledTo(out, has), "", out);
});
