// A soft sound: one tone when it is time to close, two at the end. Made here, so that there is no file to fetch.

/** @typedef {{play: (tones: number) => void}} Sound */

const TONE = 528;
const LONG = 1.4;

/**
 * @param {Window & typeof globalThis} view
 * @returns {Sound}
 */
export function startSound(view) {
  /** @type {AudioContext | null} */
  let context = null;
  return {
    play(tones) {
      try {
        context ??= new view.AudioContext();
        context.resume();
        for (let at = 0; at < tones; at += 1) tone(context, context.currentTime + at * 0.7);
      } catch {
        // no sound here
      }
    },
  };
}

/**
 * @param {AudioContext} context
 * @param {number} at seconds of the context's clock
 */
function tone(context, at) {
  const loudness = context.createGain();
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.16, at + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.0005, at + LONG);
  loudness.connect(context.destination);
  for (const [factor, share] of [[1, 0.8], [2, 0.2]]) {
    const [wave, part] = [context.createOscillator(), context.createGain()];
    wave.frequency.value = TONE * factor;
    part.gain.value = share;
    wave.connect(part).connect(loudness);
    wave.start(at);
    wave.stop(at + LONG);
  }
}
