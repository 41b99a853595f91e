// Rounds for tests, whole as the engine gives them.

export const stepOf = (minutes, least = minutes, more = {}) => ({ do: `Step of ${minutes}`, minutes, least, most: minutes, who: "", silent: "", groups: "", group: null, ...more });

export function roundOf(id, more = {}) {
  const steps = more.steps ?? [];
  const turn = more.turn ?? more.minutes ?? (steps.reduce((sum, each) => sum + each.minutes, 0) || 10);
  const [turns, gap] = [more.turns ?? 1, more.between?.minutes ?? 0];
  const minutes = turn * turns + gap * (turns - 1);
  return {
    id, kind: "activity", called: "Activity", title: id, part: "p", part_title: "", track: "", track_title: "", room: "", date: "2026-03-10",
    start: null, end: null, time: "", least: minutes, most: minutes, turn, between: null, rotate: "", stay: "", anchored: false, pause: false,
    groups: "", sits: "", group: null, led_by: [], purpose: "", invitation: "", invitations: [], roles: [], letters: [], stations: [], uses: [], slides: "", if_early: "",
    ...more, steps, turns, minutes,
  };
}

/** Rounds one after another from an instant on; `starts` of a round is when it must begin, in minutes after that. */
export function timed(rounds, from) {
  let clock = from;
  return rounds.map((round) => {
    const start = round.starts === undefined ? clock : from + round.starts * 60;
    clock = start + round.minutes * 60;
    return { ...round, start, end: clock, anchored: round.starts !== undefined };
  });
}
