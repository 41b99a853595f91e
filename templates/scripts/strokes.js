// A drawing as a short text: strokes of points in a field 1000 wide, `x,y x,y;x,y x,y`. Pure functions.

/** @typedef {[number, number]} Point */
/** @typedef {Point[]} Stroke */

const NEAR = 2.5;
export const WIDE = 1000;

/** @param {Stroke[]} strokes */
export function packed(strokes) {
  return strokes.map((stroke) => stroke.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(" ")).join(";");
}

/** The strokes of a text; what is none in it is left out. @param {string} text @returns {Stroke[]} */
export function unpacked(text) {
  const strokes = text.split(";").map((stroke) => stroke.split(" ").flatMap(pointOf));
  return strokes.filter((stroke) => stroke.length > 0);
}

/** @param {string} text @returns {Point[]} */
function pointOf(text) {
  const found = /^(-?\d{1,5}),(-?\d{1,5})$/.exec(text);
  return found ? [[Number(found[1]), Number(found[2])]] : [];
}

/** A stroke with fewer points, none further from its line than `near` (Ramer, Douglas and Peucker). @param {Stroke} stroke @returns {Stroke} */
export function thinned(stroke, near = NEAR) {
  if (stroke.length < 3) return stroke;
  const [first, last] = [stroke[0], stroke[stroke.length - 1]];
  let [at, most] = [0, 0];
  for (let index = 1; index < stroke.length - 1; index += 1) {
    const away = distance(stroke[index], first, last);
    if (away > most) [at, most] = [index, away];
  }
  if (most <= near) return [first, last];
  return [...thinned(stroke.slice(0, at + 1), near).slice(0, -1), ...thinned(stroke.slice(at), near)];
}

/** @param {Point} point @param {Point} a @param {Point} b */
function distance([x, y], [ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** The stroke as the path of an SVG; a single point is a dot. @param {Stroke} stroke */
export function pathOf(stroke) {
  const [first, ...rest] = stroke;
  return `M${first.join(" ")}${rest.length ? rest.map((point) => `L${point.join(" ")}`).join("") : "h.01"}`;
}
