import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, keep, other } from "../../templates/scripts/palette.js";

function view(start = {}) {
  const kept = { ...start };
  const localStorage = {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => { kept[key] = value; },
    removeItem: (key) => { delete kept[key]; },
  };
  return { kept, localStorage };
}

const blocked = { get localStorage() { throw new Error("blocked"); } };

test("a choice is kept, and the device's own needs nothing kept", () => {
  const page = view();
  keep(page, "dark");
  assert.equal(chosen(page), "dark");
  keep(page, "device");
  assert.deepEqual(page.kept, {});
  assert.equal(chosen(page), "device");
});

test("what is no palette counts as none", () => {
  assert.equal(chosen(view({ "daysheet.palette": "<b>" })), "device");
});

test("a browser that blocks its storage gets the device's palette and no error", () => {
  keep(blocked, "dark");
  assert.equal(chosen(blocked), "device");
});

test("the button turns to what the reader does not see now", () => {
  assert.equal(other("device", true), "light");
  assert.equal(other("device", false), "dark");
  assert.equal(other("dark", false), "light");
  assert.equal(other("light", true), "dark");
});
