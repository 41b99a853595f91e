// What the room screen shows, one after another: a slide for each round and step of every turn, the breaks, and what stands
// before and after. How long each lasts, also when its round was shortened. Pure.

/** @typedef {import("./day.js").Round} Round */

/**
 * One slide. `round` counts from 0 (of the closing slide: the last), `turn` and `step` too; `step` is -1 where none is on.
 * Slides with the same `clock` share one countdown of `seconds`; 0 where nothing is counted.
 * @typedef {{kind: "open" | "invitation" | "step" | "round" | "between" | "break" | "close", round: number, turn: number,
 *   step: number, clock: string, seconds: number}} Slide
 */

/** An invitation of more characters than this stands on a slide of its own. */
export const LONG = 96;

/**
 * Every slide of these rounds, in order.
 * @param {Round[]} rounds
 * @param {Record<string, number>} [minutes] of rounds that were made shorter or longer, by id
 * @returns {Slide[]}
 */
export function slidesOf(rounds, minutes = {}) {
  const slides = rounds.flatMap((round, at) => {
    const opens = at === 0 || round.date !== rounds[at - 1].date;
    return [...(opens ? [still("open", at)] : []), ...slidesOfRound(round, at, minutes[round.id] ?? round.minutes)];
  });
  return rounds.length ? [...slides, still("close", rounds.length - 1)] : [];
}

/**
 * @param {"open" | "close"} kind
 * @param {number} round
 * @returns {Slide}
 */
function still(kind, round) {
  return { kind, round, turn: 0, step: -1, clock: "", seconds: 0 };
}

/**
 * @param {Round} round
 * @param {number} at
 * @param {number} minutes
 * @returns {Slide[]}
 */
function slidesOfRound(round, at, minutes) {
  const base = { round: at, turn: 0, step: -1, clock: `${at}`, seconds: minutes * 60 };
  if (round.pause) return [{ ...base, kind: round.kind === "move" ? "round" : "break" }];
  const lengths = lengthsOf(round, minutes);
  return Array.from({ length: round.turns }, (_, turn) => {
    const last = turn === round.turns - 1;
    const between = { ...base, kind: /** @type {const} */ ("between"), turn, clock: `${at}.${turn}.b`, seconds: lengths.between };
    return [...slidesOfTurn(round, { ...base, turn }, lengths), ...(round.between && !last ? [between] : [])];
  }).flat();
}

/**
 * @param {Round} round
 * @param {{round: number, turn: number}} place
 * @param {Lengths} lengths
 * @returns {Slide[]}
 */
function slidesOfTurn(round, place, lengths) {
  const whole = `${place.round}.${place.turn}`;
  const kind = /** @type {const} */ ("step");
  const steps = round.steps.map((_, step) => ({
    ...place, kind, step, clock: lengths.steps[step] ? `${whole}.${step}` : whole, seconds: lengths.steps[step] || lengths.turn,
  }));
  if (!steps.length) return [{ ...place, kind: "round", step: -1, clock: whole, seconds: lengths.turn }];
  const first = { ...steps[0], kind: /** @type {const} */ ("invitation"), step: -1 };
  return invitationOf(round, place.turn).length > LONG ? [first, ...steps] : steps;
}

/**
 * What the room is asked in a turn.
 * @param {Round} round
 * @param {number} turn
 */
export function invitationOf(round, turn) {
  return round.invitations[turn] || round.invitation;
}

/** @typedef {{turn: number, steps: number[], between: number}} Lengths Seconds; a step of 0 shares the time of its turn. */

/**
 * How long a turn and its steps last when the round lasts `minutes` in all. Time is taken from steps that have a range
 * first, then from all alike; steps without minutes share what the others leave, or, where none has any, the whole turn.
 * @param {Round} round
 * @param {number} minutes
 * @returns {Lengths}
 */
export function lengthsOf(round, minutes) {
  const between = round.between ? round.between.minutes * 60 : 0;
  const less = ((round.minutes - minutes) * 60) / round.turns;
  const turn = Math.max(0, round.turn * 60 - less);
  const timed = round.steps.filter((step) => step.minutes);
  if (!timed.length) return { turn, steps: round.steps.map(() => 0), between };
  const stated = sum(timed.map((step) => step.minutes * 60));
  const free = round.steps.length - timed.length;
  const spare = Math.max(0, round.turn * 60 - stated);
  const absorbed = free ? Math.min(less, spare) : 0;
  const fitted = fit(timed, Math.max(timed.length, Math.round(stated - (less - absorbed))));
  const each = free ? Math.floor((spare - absorbed) / free) : 0;
  return { turn, steps: round.steps.map((step) => (step.minutes ? Number(fitted.shift()) : each)), between };
}

/**
 * Seconds of timed steps that together last `wanted`.
 * @param {{minutes: number, least: number, most: number}[]} steps
 * @param {number} wanted
 * @returns {number[]}
 */
function fit(steps, wanted) {
  const planned = steps.map((step) => step.minutes * 60);
  const change = wanted - sum(planned);
  if (!change) return planned;
  const room = steps.map((step, at) => Math.abs((change < 0 ? step.least : step.most) * 60 - planned[at]));
  const bent = Math.min(1, sum(room) ? Math.abs(change) / sum(room) : 0);
  const near = planned.map((each, at) => each + Math.sign(change) * room[at] * bent);
  return inWholes(near.map((each) => (each * wanted) / sum(near)), wanted);
}

/**
 * The same lengths in whole minutes where they add up to some, else in whole seconds; the sum stays.
 * @param {number[]} lengths
 * @param {number} wanted
 */
function inWholes(lengths, wanted) {
  const unit = wanted % 60 === 0 && lengths.every((each) => each >= 60) ? 60 : 1;
  const floors = lengths.map((each) => Math.max(unit, Math.floor(each / unit + 1e-9) * unit));
  const order = lengths.map((each, at) => ({ at, over: each - floors[at] })).sort((one, other) => other.over - one.over || one.at - other.at);
  let missing = Math.round((wanted - sum(floors)) / unit);
  for (const { at } of order) {
    if (missing <= 0) break;
    floors[at] += unit;
    missing -= 1;
  }
  return floors;
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}
