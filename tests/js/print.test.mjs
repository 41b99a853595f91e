import assert from "node:assert/strict";
import { test } from "node:test";

import { startPrint } from "../../templates/scripts/print.js";

test("what is folded opens for a print and folds again, what was open stays", () => {
  const folds = [{ open: false }, { open: true }];
  const view = new EventTarget();
  startPrint({ querySelectorAll: () => folds.filter((fold) => !fold.open) }, view);
  view.dispatchEvent(new Event("beforeprint"));
  assert.deepEqual(folds, [{ open: true }, { open: true }]);
  view.dispatchEvent(new Event("afterprint"));
  assert.deepEqual(folds, [{ open: false }, { open: true }]);
});
