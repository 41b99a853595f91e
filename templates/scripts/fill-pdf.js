// Fills the fillable PDF of a worksheet, on this device. A bundle of its own, asked for on the tap. Only values are written:
// that keeps the file tagged and named as it is (PDF/UA-1), and viewers draw the words themselves.

import { PDFBool, PDFCheckBox, PDFDict, PDFDocument, PDFDropdown, PDFHexString, PDFName, PDFRadioGroup, PDFString, PDFTextField } from "@cantoo/pdf-lib";

/**
 * The PDF with these values, by the names of its fields; names that it does not have are given back in `left`.
 * @param {ArrayBuffer | Uint8Array} pdf @param {Record<string, string>} values
 * @returns {Promise<{pdf: Uint8Array, left: string[]}>}
 */
export async function filled(pdf, values) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const form = document.getForm();
  const fields = new Map(form.getFields().map((field) => [field.getName(), field]));
  const left = Object.keys(values).filter((name) => !write(fields.get(name), values[name]));
  form.acroForm.dict.set(PDFName.of("NeedAppearances"), PDFBool.True);
  return { pdf: await document.save({ updateFieldAppearances: false }), left };
}

/** Whether the field took the value. @param {import("@cantoo/pdf-lib").PDFField | undefined} field @param {string} value */
function write(field, value) {
  if (field instanceof PDFTextField || field instanceof PDFDropdown) {
    // some viewers compare what is chosen byte by byte with the plain strings of the options
    const text = field instanceof PDFDropdown ? PDFString.of(value) : PDFHexString.fromText(value);
    field.acroField.dict.set(PDFName.of("V"), text);
    for (const widget of field.acroField.getWidgets()) stale(widget.dict);
    return true;
  }
  if (field instanceof PDFCheckBox) {
    field.check();
    drawn(field, "4");
    return true;
  }
  if (!(field instanceof PDFRadioGroup) || !field.getOptions().includes(value)) return false;
  field.select(value);
  drawn(field, "l");
  return true;
}

/** Viewers that draw all fields anew need to be told which sign of Zapf Dingbats stands for "on". @param {PDFCheckBox | PDFRadioGroup} field @param {string} sign */
function drawn(field, sign) {
  for (const { dict } of field.acroField.getWidgets()) {
    dict.set(PDFName.of("MK"), dict.context.obj({ CA: PDFString.of(sign) }));
    dict.set(PDFName.of("DA"), PDFString.of("/ZaDb 0 Tf 0 g"));
  }
}

/** An appearance that shows the field empty must go, or some viewers go on showing it. @param {PDFDict} widget */
function stale(widget) {
  widget.delete(PDFName.of("AP"));
}

Object.assign(globalThis, { daysheetFill: filled });
