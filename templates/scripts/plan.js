// The plan of the day and what can be done about it: where the session is at an instant, and (see `propose`) which rounds to
// shorten when the room runs late. Pure: data in, data out; instants are seconds of the epoch.

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */

/**
 * Where the session is by its plan.
 *
 * `untimed` nothing has a time · `before` the session, or one of its later days, has yet to begin · `round` and `break` one is on ·
 * `between` the plan waits for a round that begins on the minute · `after` all is over. `round` is what is on (the one of the
 * track that was asked for), `others` what is on beside it, `next` what comes then, `pause` the next break (never the one that
 * is on), `until` when what is on ends, or what comes begins, `left` the seconds to it, `share` how much of it is gone (0 to 1).
 * @typedef {{state: "untimed" | "before" | "round" | "break" | "between" | "after", round: Round | null, others: Round[],
 *   next: Round | null, pause: Round | null, until: number | null, left: number, share: number}} Moment
 */

/**
 * The rounds of the session for somebody of one track, in their order: those that everybody does, and in each part with
 * tracks those of the one that was asked for, or else of the part's first.
 * @param {Day} day
 * @param {string} [track]
 * @returns {Round[]}
 */
export function along(day, track = "") {
  return day.rounds.filter((round) => {
    if (!round.track) return true;
    const beside = day.rounds.filter((each) => each.part === round.part && each.track);
    const chosen = beside.some((each) => each.track === track) ? track : beside[0].track;
    return round.track === chosen;
  });
}

/**
 * Where the session is at an instant.
 * @param {Day} day
 * @param {number} instant
 * @param {string} [track]
 * @returns {Moment}
 */
export function at(day, instant, track = "") {
  const all = day.rounds.filter((round) => round.start !== null && round.end !== null);
  const timed = all.length ? along({ ...day, rounds: all }, track) : [];
  const isOn = (/** @type {Round} */ round) => Number(round.start) <= instant && instant < Number(round.end);
  const round = timed.find(isOn) ?? null;
  const others = all.filter((each) => each !== round && isOn(each));
  const ahead = timed.filter((each) => Number(each.start) > instant);
  const next = ahead[0] ?? null;
  const until = round ? round.end : next ? next.start : null;
  const from = round ? round.start : (timed.filter((each) => Number(each.end) <= instant).at(-1)?.end ?? null);
  const left = until === null ? 0 : until - instant;
  const share = until === null || from === null || from >= until ? 0 : (instant - from) / (until - from);
  const pause = ahead.find((each) => each.pause && each.kind !== "move") ?? null;
  return { state: stateAt(timed, round, next, instant), round, others, next, pause, until, left, share };
}

/**
 * @param {Round[]} timed
 * @param {Round | null} round
 * @param {Round | null} next
 * @param {number} instant
 * @returns {Moment["state"]}
 */
function stateAt(timed, round, next, instant) {
  if (!timed.length) return "untimed";
  if (round) return round.pause ? "break" : "round";
  if (!next) return "after";
  const today = timed.some((each) => each.date === next.date && Number(each.start) <= instant);
  return today ? "between" : "before";
}

/**
 * A round that is still to run, or the rest of the one that is on. `length` is what it still takes (seconds); `minutes` what it
 * lasts in all by now, and `slack` how many whole minutes of these may go. `anchor` is when it must begin, or null.
 * @typedef {{id: string, title: string, minutes: number, least: number, most: number, slack: number, length: number,
 *   anchor: number | null}} Item
 */

/**
 * What a forecast says: when each item begins and ends, and when all is over (seconds of the epoch).
 * @typedef {{starts: number[], ends: number[], end: number}} Forecast
 */

/**
 * When things will happen from `begin` on. Nothing begins before its anchor; where what comes before overruns it, it waits.
 * @param {Item[]} items
 * @param {number} begin
 * @param {number[]} [cuts] whole minutes that go, by item
 * @returns {Forecast}
 */
export function forecast(items, begin, cuts = []) {
  /** @type {Forecast} */
  const found = { starts: [], ends: [], end: begin };
  items.forEach((item, at) => {
    const start = at === 0 ? begin : Math.max(found.end, item.anchor ?? found.end);
    found.end = start + Math.max(0, item.length - (cuts[at] ?? 0) * 60);
    found.starts.push(start);
    found.ends.push(found.end);
  });
  return found;
}

/**
 * What would bring the session back to its plan. `cuts` are the rounds to shorten; `kept` the items (by index; `items.length`
 * is the end of the day) that begin in time again because of it; `missed` what cannot be kept even so, and by how many minutes.
 * @typedef {{cuts: {id: string, title: string, from: number, to: number, least: number, most: number}[], minutes: Record<string, number>,
 *   kept: number[], missed: {at: number, minutes: number}[], forecast: Forecast}} Proposal
 */

/**
 * The proposal for a session that runs late: the fewest rounds, each within its range, so that whatever begins on the minute
 * does, and the day ends in time, to the nearest minute. Null where nothing is late. What cannot be kept is told, with everything before it shortened
 * as far as it goes; a cut that gains nothing, since the room would wait at an anchor anyway, is never proposed.
 * @param {Item[]} items from the one that is on to the last of the day
 * @param {number} begin when the first of them goes on
 * @param {number | null} end when the day must be over, or null
 * @returns {Proposal | null}
 */
export function propose(items, begin, end) {
  const goals = goalsOf(items, end);
  const before = forecast(items, begin);
  if (!goals.some((goal) => late(goal, before) > 0)) return null;
  const cuts = items.map(() => 0);
  const [kept, missed] = [/** @type {number[]} */ ([]), /** @type {Proposal["missed"]} */ ([])];
  let from = 0;
  for (const goal of goals) {
    cutFor(items, cuts, from, goal.at, late(goal, forecast(items, begin, cuts)));
    const still = late(goal, forecast(items, begin, cuts));
    if (still > 0) missed.push({ at: goal.at, minutes: still });
    else {
      if (late(goal, before) > 0) kept.push(goal.at);
      from = goal.at;
    }
  }
  const told = items.map((item, at) => ({ id: item.id, title: item.title, from: item.minutes, to: item.minutes - cuts[at], least: item.least, most: item.most }));
  const chosen = told.filter((cut) => cut.to !== cut.from);
  return { cuts: chosen, minutes: Object.fromEntries(chosen.map((cut) => [cut.id, cut.to])), kept, missed, forecast: forecast(items, begin, cuts) };
}

/**
 * @param {Item[]} items
 * @param {number | null} end
 * @returns {{at: number, due: number}[]}
 */
function goalsOf(items, end) {
  const anchors = items.flatMap((item, at) => (at && item.anchor !== null ? [{ at, due: item.anchor }] : []));
  return end === null ? anchors : [...anchors, { at: items.length, due: end }];
}

/**
 * Whole minutes by which a goal is missed, as a clock on the wall shows it; none or less where it is kept.
 * @param {{at: number, due: number}} goal
 * @param {Forecast} told
 */
function late(goal, told) {
  return Math.round(((goal.at < told.starts.length ? told.starts[goal.at] : told.end) - goal.due) / 60);
}

/**
 * Takes so many minutes from the items of a stretch, from as few as can give them: the largest slack first, the later of two.
 * @param {Item[]} items
 * @param {number[]} cuts changed in place
 * @param {number} from
 * @param {number} to
 * @param {number} wanted
 */
function cutFor(items, cuts, from, to, wanted) {
  const room = (/** @type {number} */ at) => items[at].slack - cuts[at];
  const order = items.map((_, at) => at).slice(from, to).sort((one, other) => room(other) - room(one) || other - one);
  for (const at of order) {
    const cut = Math.max(0, Math.min(room(at), wanted));
    cuts[at] += cut;
    wanted -= cut;
  }
}
