// What the console says of a session's standing, in words: behind or ahead, what can be kept, and the proposal. Pure.

import { shownTime } from "./clock.js";
import { fill } from "./fill.js";

/** @typedef {import("./day.js").Day} Day */
/** @typedef {import("./day.js").Round} Round */
/** @typedef {import("./standing.js").Standing} Standing */

/** A session that is off its plan by fewer minutes than this is on time; ahead it may be a little more. */
export const BEHIND = 1;
export const AHEAD = 3;

/** So many of the things that have to move are named; the list of the day shows the others. */
const MOVES = 3;
const WORTH = 2;

/**
 * `5 minutes`, `1 minute`.
 * @param {number} count
 * @param {any} words
 */
export function minutesIn(count, words) {
  return count === 1 ? words.minute : fill(words.minutes, { count });
}

/**
 * What stands beside the clock: `late` is whether it calls for something.
 * @param {Day} day
 * @param {Round[]} rounds
 * @param {Standing} told
 * @param {any} words
 * @returns {{drift: string, goal: string, late: boolean}}
 */
export function statusOf(day, rounds, told, words) {
  if (told.from >= rounds.length) return { drift: words.over, goal: "", late: false };
  const untimed = rounds[told.from].start === null;
  const late = told.drift >= BEHIND;
  const by = minutesIn(Math.abs(told.drift), words);
  const standing = late ? fill(words.behind, { minutes: by }) : told.drift <= -AHEAD ? fill(words.ahead, { minutes: by }) : words.on_time;
  const drift = untimed || (!told.on && !late) ? (told.on ? "" : words.not_begun) : standing;
  const goal = goalOf(rounds, told);
  const missed = told.proposal?.missed.some((each) => each.at === goal?.at);
  const sentence = missed ? words.cannot_be_kept : late ? words.can_be_kept : words.comes;
  return { drift, goal: goal ? fill(sentence, { title: goal.title || words.the_end, time: shownTime(goal.due, day) }) : "", late };
}

/**
 * The next thing that is due on the minute; its title is "" where it is the end of the day.
 * @param {Round[]} rounds
 * @param {Standing} told
 */
export function goalOf(rounds, told) {
  const at = told.items.findIndex((item, index) => item.anchor !== null && (index > 0 || !told.on));
  if (at >= 0) return { at, title: rounds[told.from + at].title, due: Number(told.items[at].anchor) };
  return told.end === null || rounds[told.from].start === null ? null : { at: told.items.length, title: "", due: told.end };
}

/**
 * The proposal in words: what it is, the rounds to shorten, and what moves even so. Null where nothing is proposed.
 * @param {Day} day
 * @param {Round[]} rounds
 * @param {Standing} told
 * @param {any} words
 */
export function proposalOf(day, rounds, told, words) {
  const { proposal } = told;
  if (!proposal || worth(proposal) < WORTH) return null;
  const time = (/** @type {number} */ at) => shownTime(nearest(at), day);
  const round = (/** @type {number} */ at) => rounds[told.from + at];
  const due = (/** @type {number} */ at) => (at < told.items.length ? Number(told.items[at].anchor) : Number(told.end));
  const [kept] = proposal.kept.map((at) => (at < told.items.length ? fill(words.stay_at, { title: inSentence(round(at)), time: time(due(at)) }) : fill(words.ends_in_time, { time: time(due(at)) })));
  const missed = proposal.missed.slice(0, 1).map(({ at, minutes }) => fill(at < told.items.length ? words.missed : words.missed_end, { title: round(at)?.title ?? "", time: time(due(at)), remains: minutes === 1 ? words.remains : fill(words.remain, { count: minutes }) }));
  const count = proposal.cuts.length;
  const what = fill(words.shorten[Math.min(count, 3) - 1] ?? "", { count });
  const moved = proposal.missed.flatMap(({ at }) => (at < told.items.length ? [fill(words.moves, { title: round(at).title, time: time(proposal.forecast.starts[at]) })] : []));
  const first = moved.slice(0, MOVES).join(", ");
  const moves = moved.length > MOVES ? [fill(words.more_move, { moves: first, count: moved.length - MOVES })] : moved.length ? [first] : [];
  const ends = missed.length && told.end !== null && !proposal.missed.some(({ at }) => at === told.items.length) ? fill(words.still_ends, { time: time(told.end) }) : "";
  return {
    title: missed.length ? missed[0] : fill(words.stays, { what, kept: kept ?? "" }),
    fits: missed.length === 0,
    moves: [...moves, ...(ends ? [ends] : []), ...(missed.length && !count ? [words.nothing_more] : [])],
    cuts: proposal.cuts,
    minutes: proposal.minutes,
    key: JSON.stringify([proposal.minutes, proposal.missed]),
  };
}

/**
 * The minutes that a proposal is about: fewer than `WORTH` are not worth a word, since a step is soon that much too long.
 * @param {import("./plan.js").Proposal} proposal
 */
function worth(proposal) {
  return Math.max(0, ...proposal.missed.map((each) => each.minutes)) + proposal.cuts.reduce((sum, cut) => sum + cut.from - cut.to, 0);
}

/** An instant to the nearest minute. @param {number} instant */
export function nearest(instant) {
  return Math.round(instant / 60) * 60;
}

/** A break's name within a sentence begins small. @param {Round} round */
function inSentence(round) {
  return round.pause ? round.title.charAt(0).toLowerCase() + round.title.slice(1) : round.title;
}
