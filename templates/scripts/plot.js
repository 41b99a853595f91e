// Where a mark stands on a grid of bands: pure functions. The drawing is 114 units wide and high, and up is up.

/** @typedef {{across: number, up: number}} Place bands from 1 @typedef {{x: number, y: number}} Point @typedef {{x1: number, y1: number, x2: number, y2: number}} Line */

export const SIZE = 114;
export const CLEAR = 7.2; // from the middle of a sign to the end of the arrow

/** The band, from 1, of a place between 0 and 1 along a side.
 * @param {number} part
 * @param {number} bands
 */
export function bandAt(part, bands) {
  return Math.min(bands, Math.max(1, Math.floor(part * bands) + 1));
}

/** The middle of a cell in the units of the drawing; `place` has `across` and `up`, `bands` as well.
 * @param {Place} place
 * @param {Place} bands
 * @returns {Point}
 */
export function middle(place, bands) {
  return {
    x: round(((place.across - 0.5) / bands.across) * SIZE),
    y: round(SIZE - ((place.up - 0.5) / bands.up) * SIZE),
  };
}

/** The line from one middle to another, its ends clear of both signs; none where they are too near.
 * @param {Point} start
 * @param {Point} end
 * @returns {Line | null}
 */
export function arrow(start, end) {
  const [x, y] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(x, y);
  if (length <= 2 * CLEAR + 2) return null;
  const [across, down] = [x / length, y / length];
  return {
    x1: round(start.x + across * CLEAR),
    y1: round(start.y + down * CLEAR),
    x2: round(end.x - across * CLEAR),
    y2: round(end.y - down * CLEAR),
  };
}

/** The head of an arrow as a path of two strokes.
 * @param {Line} line
 */
export function head({ x1, y1, x2, y2 }) {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  /** @param {number} turn */
  const end = (turn) => `${round(x2 - 4 * Math.cos(angle + turn))} ${round(y2 - 4 * Math.sin(angle + turn))}`;
  return `M${end(0.6)}L${x2} ${y2}L${end(-0.6)}`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}
