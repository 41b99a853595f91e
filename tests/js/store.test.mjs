// Where answers are kept, and what happens where they cannot be.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Store, openStore } from "../../templates/scripts/store.js";

const sheet = { title: "T", number: 1, anonymous: false, order: [], done: 1, total: 1, values: { a: { v: "x", p: "?", k: "text", t: 1 } } };

/** A storage that is full once `room` entries stand in it. */
function storage(room = 99) {
  const held = new Map();
  return {
    held,
    room,
    get length() { return held.size; },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem(key, value) {
      if (!held.has(key) && held.size >= this.room) throw new DOMException("full", "QuotaExceededError");
      held.set(key, value);
    },
    removeItem: (key) => held.delete(key),
  };
}

test("a sheet is kept under its session and its id, and read back", () => {
  const kept = storage();
  assert.equal(new Store(kept, "a-day").write("one", sheet), "saved");
  assert.deepEqual([...kept.held.keys()], ["daysheet.answers.a-day.one"]);
  assert.deepEqual(new Store(kept, "a-day").read("one"), sheet);
  assert.deepEqual(new Store(kept, "another-day").all(), {});
});

test("a full phone says so, and the words stay while the page is open", () => {
  const store = new Store(storage(0), "a-day");
  assert.equal(store.write("one", sheet), "full");
  assert.deepEqual(store.read("one"), sheet);
  assert.deepEqual(Object.keys(store.all()), ["one"]);
  store.storage.room = 5;
  assert.equal(store.write("one", sheet), "saved");
  assert.equal(store.unsaved.size, 0);
});

test("a window without storage remembers until it closes", () => {
  const view = { get localStorage() { throw new DOMException("no", "SecurityError"); } };
  const store = openStore(view, "a-day");
  assert.equal(store.write("one", sheet), "blocked");
  assert.deepEqual(store.all(), { one: sheet });
  store.remove(["one"]);
  assert.deepEqual(store.all(), {});
});

test("an entry that is damaged is as none, and sheets without an answer are not listed", () => {
  const kept = storage();
  kept.held.set("daysheet.answers.a-day.bad", "{");
  kept.held.set("daysheet.answers.a-day.list", "[]");
  const store = new Store(kept, "a-day");
  store.write("empty", { ...sheet, values: {} });
  store.write("one", sheet);
  assert.equal(store.read("bad"), null);
  assert.deepEqual(Object.keys(store.all()), ["one"]);
});

test("a change in another tab is about the sheet that it names", () => {
  const store = new Store(storage(), "a-day");
  assert.equal(store.changed({ key: "daysheet.answers.a-day.one" }), "one");
  assert.equal(store.changed({ key: "daysheet.palette" }), null);
  assert.equal(store.changed({ key: null }), null);
});
