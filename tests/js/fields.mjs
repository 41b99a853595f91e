/* Fills fields of a PDF by pdf.js and reads them back: `node fields.mjs in.pdf out.pdf '{"name": "value"}'` prints the
   names and values that the saved file then has, in the order of their pages. Called by tests/test_fillable.py. */
import { readFileSync, writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [source, target, given] = process.argv.slice(2);
const values = JSON.parse(given);

/** @param {Uint8Array} data */
const open = (data) => getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;

/** @param {any} document */
async function* widgets(document) {
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const each of await page.getAnnotations()) {
      if (each.subtype === "Widget") {
        yield each;
      }
    }
  }
}

const blank = await open(new Uint8Array(readFileSync(source)));
for await (const each of widgets(blank)) {
  const value = values[each.fieldName];
  if (value === undefined) {
    continue;
  }
  if (each.radioButton) {
    blank.annotationStorage.setValue(each.id, { value: each.buttonValue === value });
  } else if (each.checkBox) {
    blank.annotationStorage.setValue(each.id, { value: value === each.exportValue });
  } else {
    blank.annotationStorage.setValue(each.id, { value });
  }
}
writeFileSync(target, await blank.saveDocument());

const filled = await open(new Uint8Array(readFileSync(target)));
/** @type {Record<string, any>} */
const read = {};
for await (const each of widgets(filled)) {
  read[each.fieldName] = each.fieldValue;
}
console.log(JSON.stringify(read));
process.exit(0);
