import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, find, fold, plain, prepare } from "../../templates/scripts/find.js";

const DOCS = [
  { location: "worksheets/showcase.html", title: "Showcase and connect", text: "<p>People to talk to</p>" },
  { location: "worksheets/showcase.html#notes", title: "Notes", text: "What Gy&#39;s district does &amp; why" },
  { location: "tenets/ten.html#joint-work", title: "Joint work", text: "Teams showcase what they changed" },
  { location: "portraits/gyor.html", title: "A school in Győr", text: "Métis and Inuit education" },
];
const places = (query) => find(prepare(DOCS), query).map((entry) => entry.location);

test("a word in a title comes before the same word in a text", () => {
  assert.deepEqual(places("showcase"), ["worksheets/showcase.html", "tenets/ten.html#joint-work"]);
});

test("every word must be found, each from its beginning", () => {
  assert.deepEqual(places("showc conn"), ["worksheets/showcase.html"]);
  assert.deepEqual(places("howcase"), []);
  assert.deepEqual(places("showcase banana"), []);
});

test("accents and capitals make no difference", () => {
  assert.deepEqual(places("METIS gyor"), ["portraits/gyor.html"]);
  assert.deepEqual(fold("Métis, ČSN 2!"), ["metis", "csn", "2"]);
});

test("nothing is found for nothing", () => {
  assert.deepEqual(places("  ?! "), []);
});

test("a section says which page it stands on, a page does not", () => {
  const entries = prepare(DOCS);
  assert.equal(entries[1].page, "Showcase and connect");
  assert.equal(entries[0].page, "");
});

test("tags and entities of the index are undone", () => {
  assert.equal(plain("<p>a &lt;b&gt;</p><p>c &amp;amp; d</p>"), "a <b> c &amp; d");
});

test("an excerpt stands around the first hit and names the hits", () => {
  const text = `${"before ".repeat(30)}the Métis story ${"after ".repeat(60)}`;
  const parts = excerpt(text, "metis");
  assert.deepEqual(parts.filter((part) => part.hit), [{ text: "Métis", hit: true }]);
  assert.ok(parts[0].text.startsWith("… "));
  assert.ok(parts.at(-1).text.endsWith(" …"));
  assert.ok(parts.map((part) => part.text).join("").length < 250);
});

test("an excerpt without a hit is empty", () => {
  assert.deepEqual(excerpt("nothing of the kind", "metis"), []);
});
