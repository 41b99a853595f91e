// Sentences of the words file, with their places filled in. Pure.

/**
 * Fills the places of a sentence: `fill("back at {time}", { time: "10:45" })`. A place without a value stays as it is.
 * @param {string} words
 * @param {Record<string, string | number | undefined>} values
 */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
