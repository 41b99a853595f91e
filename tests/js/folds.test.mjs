// Tenets fold once a script runs; the one that the address names stays open.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startFolds } from "../../templates/scripts/folds.js";

function pageOf(ids, hash) {
  const folds = ids.map(() => ({ open: true }));
  const heads = ids.map((id, at) => ({ id, closest: () => ({ querySelector: () => folds[at] }) }));
  const heard = {};
  const page = { querySelectorAll: () => folds, getElementById: (id) => heads.find((head) => head.id === id) ?? null };
  const view = { location: { hash }, addEventListener: (name, act) => { heard[name] = act; } };
  return { folds, page, view, heard };
}

const open = (folds) => folds.map((fold) => fold.open);

test("all fold but the one that is named", () => {
  const { folds, page, view } = pageOf(["one", "two", "three"], "#two");
  startFolds(page, view);
  assert.deepEqual(open(folds), [false, true, false]);
});

test("a link that is followed later opens its tenet and folds none", () => {
  const { folds, page, view, heard } = pageOf(["one", "two"], "");
  startFolds(page, view);
  folds[0].open = true;
  view.location.hash = "#two";
  heard.hashchange();
  assert.deepEqual(open(folds), [true, true]);
});

test("an address that cannot be read opens nothing", () => {
  const { folds, page, view } = pageOf(["one"], "#%E0%A4%A");
  startFolds(page, view);
  assert.deepEqual(open(folds), [false]);
});
