// The right keyboard for a line.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keyboardFor } from "../../templates/scripts/controls.js";

const KEYBOARDS = { email: ["e-mail", "mail"], tel: ["phone"] };

test("a line has the keyboard of what it asks for, by whole words", () => {
  assert.equal(keyboardFor("Your E-mail", KEYBOARDS), "email");
  assert.equal(keyboardFor("Phone, 2", KEYBOARDS), "tel");
  assert.equal(keyboardFor("Blackmail and headphones", KEYBOARDS), "");
  assert.equal(keyboardFor("", KEYBOARDS), "");
});
