// How the console and the room screen hear each other: by a channel where the site has an address, by the windows' own
// messages in any case, so that both work from a folder. Nothing leaves the machine.

/** @typedef {import("./run.js").Run} Run */
/** @typedef {{kind: "hello" | "run" | "bye", run?: Run, answer?: boolean}} Message */
/** @typedef {{send: (message: Message) => void, meet: (window: Window | null) => void}} Link */

/**
 * Opens the link of one side; `hear` is called with what the other says.
 * @param {Window & typeof globalThis} view
 * @param {string} mark of the rounds: windows of other sessions are not heard
 * @param {"screen" | "console"} me
 * @param {(message: Message) => void} hear
 * @returns {Link}
 */
export function startLink(view, mark, me, hear) {
  const name = `daysheet.${mark}`;
  const origin = view.location.protocol === "file:" ? "*" : view.location.origin;
  let other = /** @type {Window | null} */ (me === "screen" ? view.opener : null);
  const channel = channelOf(view, name);
  const take = (/** @type {any} */ data) => {
    if (data?.daysheet === name && data.from !== me) hear(data);
  };
  channel?.addEventListener("message", (event) => take(event.data));
  view.addEventListener("message", (event) => {
    if (origin !== "*" && event.origin !== origin) return;
    if (event.data?.daysheet === name && event.data.from !== me && event.source) other = /** @type {Window} */ (event.source);
    take(event.data);
  });
  const send = (/** @type {Message} */ message) => {
    const whole = { ...message, daysheet: name, from: me };
    channel?.postMessage(whole);
    try {
      other?.postMessage(whole, origin);
    } catch {
      other = null; // the window has gone elsewhere
    }
  };
  return { send, meet: (window) => { other = window; } };
}

/**
 * @param {Window & typeof globalThis} view
 * @param {string} name
 */
function channelOf(view, name) {
  try {
    return new view.BroadcastChannel(name);
  } catch {
    return null;
  }
}
