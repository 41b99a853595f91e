// The reader's own time beside a live event.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, ownTime, startTimes } from "../../templates/scripts/times.js";

const NOON = "2011-01-19T17:00:00Z";
const NEW_YORK = "America/New_York";

test("an instant is told with its day, in the reader's zone", () => {
  assert.match(inWords(new Date(NOON), "en", "Asia/Shanghai"), /Thursday,? 20 January.*(01|1):00/);
  assert.match(inWords(new Date(NOON), "en", "Europe/Moscow"), /Wednesday,? 19 January.*20:00/);
});

test("a reader whose clock shows the session's time is told nothing", () => {
  assert.equal(ownTime(NOON, "en", NEW_YORK, "America/Toronto"), "");
  assert.notEqual(ownTime(NOON, "en", NEW_YORK, "Europe/London"), "");
});

test("what is no instant says nothing", () => {
  assert.equal(ownTime("soon", "en", NEW_YORK, "Europe/London"), "");
});

function pageOf(zone) {
  const time = { getAttribute: () => NOON, dataset: { zone } };
  const line = { dataset: { own: "Where you are: {when}" }, hidden: true, textContent: "", parentElement: { querySelector: () => time } };
  return { line, page: { documentElement: { lang: "en" }, querySelectorAll: () => [line] } };
}

test("the hidden line is filled and shown", () => {
  const { line, page } = pageOf(NEW_YORK);
  startTimes(page, "Europe/London");
  assert.equal(line.hidden, false);
  assert.match(line.textContent, /^Where you are: Wednesday.*17:00$/);
});

test("a zone that the browser does not know leaves it hidden", () => {
  const { line, page } = pageOf("Mars/Olympus");
  startTimes(page, "Europe/London");
  assert.equal(line.hidden, true);
});
