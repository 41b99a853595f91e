// Parts of the console that are drawn whole: a row of the run of show, and the frame of the proposal.

import { fill } from "./fill.js";
import { element } from "./draw.js";
import { minutesIn } from "./telling.js";

/** @typedef {import("./day.js").Round} Round */
/** @typedef {NonNullable<ReturnType<typeof import("./telling.js").proposalOf>>} Told */

/** @param {import("./console-rows.js").Row} row */
export function drawnRow(row) {
  const changed = (/** @type {string | number} */ gone, /** @type {string | number} */ now) => [
    ...(gone ? [element("s", "", String(gone)), " "] : []),
    element(row.proposed && gone ? "em" : "b", "", String(now)),
  ];
  const title = Object.assign(element("th", "", row.title), { scope: "row" });
  const real = element("td", "", ...(row.real ? changed(row.gone, row.real) : []));
  const minutes = element("td", "", ...(row.before ? changed(row.before, row.minutes) : [String(row.minutes || "")]));
  const made = element("tr", "", element("td", "", row.plan), real, title, minutes);
  made.dataset.is = row.is;
  made.toggleAttribute("data-pause", row.pause);
  if (row.is === "on") made.setAttribute("aria-current", "step");
  return made;
}

/**
 * The proposal in its frame.
 * @param {Told} proposal
 * @param {any} words
 */
export function drawnProposal(proposal, words) {
  const take = button("take", proposal.fits ? words.take : words.take_move, "ds-console__control ds-console__control--take");
  const buttons = [...(proposal.cuts.length ? [take] : []), button("not_now", words.not_now, "ds-console__control")];
  const moves = proposal.fits ? [] : [element("p", "ds-console__moves", words.move), ...proposal.moves.map((each) => element("p", "", each))];
  const cuts = proposal.cuts.map((cut) => drawnCut(cut, words));
  return element("div", "ds-console__frame-in", element("h2", "", proposal.title), ...cuts, ...moves, element("p", "ds-console__choice", ...buttons));
}

/**
 * Ahead of the plan: what there is time for. Null where the round offers nothing.
 * @param {Round} round
 * @param {number} minutes
 * @param {any} words
 */
export function drawnOffer(round, minutes, words) {
  const offers = [[words.if_long, round.if_long], [words.if_early, round.if_early]].filter(([, text]) => text);
  const lines = offers.map(([label, text]) => element("p", "", element("b", "", `${label}: `), String(text)));
  return offers.length ? element("div", "ds-console__frame-in", element("h2", "", fill(words.spare, { minutes: minutesIn(minutes, words) })), ...lines) : null;
}

/**
 * A round to shorten: its range as a line, whose ends are the least and the minutes that it has by now.
 * @param {{title: string, from: number, to: number, least: number}} cut
 * @param {any} words
 */
function drawnCut(cut, words) {
  const range = element("span", "ds-console__range", element("i", "ds-console__end"), element("i", "ds-console__dot"));
  range.setAttribute("aria-hidden", "true");
  const share = cut.from === cut.least ? 0 : (cut.to - cut.least) / (cut.from - cut.least);
  /** @type {HTMLElement} */ (range.lastElementChild).style.left = `${(share * 100).toFixed(0)}%`;
  const told = element("span", "ds-unseen", fill(words.from_to, { before: cut.from, after: cut.to, least: cut.least }));
  const drawn = element("span", "ds-console__change", element("s", "", String(cut.from)), " ", element("b", "", `${cut.to}\u00a0${words.min}`));
  drawn.setAttribute("aria-hidden", "true");
  return element("p", "ds-console__cut", element("span", "", cut.title), range, told, drawn);
}

/**
 * @param {string} act
 * @param {string} text
 * @param {string} css
 */
function button(act, text, css) {
  const made = element("button", css, text);
  made.dataset.act = act;
  made.setAttribute("type", "button");
  return made;
}
