// What the console says: behind, ahead, what stays, what would have to move.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "../../templates/scripts/console-rows.js";
import { fresh, nextRound } from "../../templates/scripts/run.js";
import { sideOf } from "../../templates/scripts/sides.js";
import { standing } from "../../templates/scripts/standing.js";
import { proposalOf, statusOf } from "../../templates/scripts/telling.js";
import { roundOf, stepOf, timed } from "./rounds.mjs";

const words = {
  on_time: "On time", behind: "{minutes} behind", ahead: "{minutes} ahead", minute: "1 minute", minutes: "{count} minutes", can_be_kept: "{title} at {time} can be kept",
  cannot_be_kept: "{title} at {time} cannot be kept", comes: "{title} at {time}", the_end: "The end", not_begun: "Not begun", over: "Over", held: "{title}, held", ends_at: "{title}, ends {time}",
  shorten: ["this", "these two", "these {count}"], stays: "{what}, and {kept}.", stay_at: "{title} stays at {time}", ends_in_time: "the day ends at {time}",
  missed: "{title} cannot be kept at {time}. {remains}", missed_end: "The day cannot end at {time}. {remains}", remains: "1 minute remains.", remain: "{count} minutes remain.",
  moves: "{title} to {time}", more_move: "{moves}, and {count} more", nothing_more: "Nothing more.", still_ends: "Ends at {time}.",
};
const NINE = 1_773_154_800;
const rounds = timed([
  roundOf("talk", { minutes: 20, least: 15 }),
  roundOf("work", { minutes: 30, least: 22 }),
  roundOf("lunch", { minutes: 60, kind: "lunch", pause: true, title: "Lunch", starts: 50 }),
  roundOf("close", { minutes: 20, least: 10, starts: 110 }),
], NINE);
const day = { zone: "America/Edmonton", language: "en", rounds, days: [{ date: "2026-03-10", start: NINE, end: NINE + 130 * 60, doors: null }], facilitator: true, table_size: 6 };
const at = (minutes, count = 1) => {
  const now = NINE + minutes * 60;
  const run = Array.from({ length: count }).reduce((each) => nextRound(each, rounds, now), fresh("m"));
  return { run, told: standing(day, rounds, run, now) };
};

test("the gain is said first: what stays where it is", () => {
  const { told } = at(10);
  assert.deepEqual(statusOf(day, rounds, told, words), { drift: "10 minutes behind", goal: "Lunch at 9:50 can be kept", late: true });
  assert.equal(proposalOf(day, rounds, told, words).title, "these two, and lunch stays at 9:50.");
});

test("what cannot be kept is said with what remains and what would move", () => {
  const told = proposalOf(day, rounds, at(20).told, words);
  assert.equal(told.title, "Lunch cannot be kept at 9:50. 7 minutes remain.");
  assert.deepEqual([told.fits, told.moves], [false, ["Lunch to 9:57, close to 10:57", "Ends at 11:10."]]);
});

test("a day that cannot end in time says so, and that nothing more can be shortened", () => {
  const told = proposalOf(day, rounds, at(140, 4).told, words);
  assert.deepEqual([told.title, told.cuts.length], ["The day cannot end at 11:10. 20 minutes remain.", 1]);
});

test("a minute is not worth a word", () => {
  const { told } = at(1);
  assert.equal(told.drift, 1);
  assert.equal(proposalOf(day, rounds, told, words), null);
});

test("the list shows what will change beside what was planned, and what is held", () => {
  const { run, told } = at(10);
  const rows = rowsOf(day, rounds, run, told, words);
  assert.deepEqual(rows.map((row) => [row.plan, row.gone, row.real, row.title, row.before, row.minutes]), [
    ["9:00", "", "9:10", "talk", 20, 18],
    ["9:20", "9:30", "9:28", "work", 30, 22],
    ["9:50", "10:00", "9:50", "Lunch, held", 0, 60],
    ["10:50", "11:00", "10:50", "close, ends 11:10", 0, 20],
  ]);
});

test("groups, letters and stations take the place of the steps; who is not inside sees none", () => {
  const said = { groups: "Groups", count_off: "1 to {groups}", sizes: "{count} of {size}", size: "1 of {size}", all_sizes: "{people} here", tables: "{groups} tables", letters: "Letters", stations: "Stations", roles: "Roles" };
  const round = roundOf("r", { group: { name: "trios", size: 3, to: 3 }, letters: [{ letter: "A", reads: "stop" }, { letter: "B", reads: "start" }], steps: [stepOf(5)], roles: [{ name: "Presenter", does: "Tells." }] });
  assert.deepEqual(sideOf("groups", day, round, 0, 7, said), { title: "Groups", large: "1 to 2", lines: [["7 here", "1 of 3, 1 of 4"], ["A", "stop (4)"], ["B", "start (3)"]] });
  assert.equal(sideOf("groups", { ...day, facilitator: false }, round, 0, 7, said), null);
  assert.equal(sideOf("roles", { ...day, facilitator: false }, round, 0, 7, said).lines.length, 1);
  assert.equal(sideOf("wifi", { ...day, wifi: null, join: null }, round, 0, 7, said), null);
});
