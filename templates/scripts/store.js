// Where answers are kept: this browser's own storage, one entry a worksheet, written as one types. It answers at once and
// holds what a page needs that is about to close, which a database would not promise.

/** @typedef {import("./answers.js").Sheet} Sheet */
/** @typedef {import("./answers.js").Sheets} Sheets */
/** @typedef {"saved" | "full" | "blocked"} Kept */

const PREFIX = "daysheet.answers.";

/** The answers of one session. What cannot be stored stays in memory while the page is open. */
export class Store {
  /** @param {Storage | null} storage @param {string} session */
  constructor(storage, session) {
    this.storage = storage;
    this.prefix = `${PREFIX}${session}.`;
    /** @type {Map<string, Sheet | null>} */
    this.unsaved = new Map();
  }

  /** @param {string} id @returns {Sheet | null} */
  read(id) {
    const held = this.unsaved.get(id);
    return held === undefined ? this.stored(id) : held;
  }

  /** @param {string} id @returns {Sheet | null} */
  stored(id) {
    try {
      return parsed(this.storage?.getItem(this.prefix + id) ?? "");
    } catch {
      return null;
    }
  }

  /** @param {string} id @param {Sheet} sheet @returns {Kept} */
  write(id, sheet) {
    const kept = this.keep(id, sheet);
    if (kept === "saved") this.unsaved.delete(id);
    else this.unsaved.set(id, sheet);
    return kept;
  }

  /** @param {string} id @param {Sheet} sheet @returns {Kept} */
  keep(id, sheet) {
    if (!this.storage) return "blocked";
    try {
      this.storage.setItem(this.prefix + id, JSON.stringify(sheet));
      return "saved";
    } catch (error) {
      return error instanceof DOMException && error.name !== "SecurityError" ? "full" : "blocked";
    }
  }

  /** Takes sheets away. @param {string[]} ids */
  remove(ids) {
    for (const id of ids) {
      this.unsaved.delete(id);
      try {
        this.storage?.removeItem(this.prefix + id);
      } catch {
        this.unsaved.set(id, null);
      }
    }
  }

  /** Every sheet that holds an answer, stored or not. @returns {Sheets} */
  all() {
    const found = new Set([...this.names(), ...this.unsaved.keys()]);
    /** @type {Sheets} */
    const sheets = {};
    for (const id of [...found].sort()) {
      const sheet = this.read(id);
      if (sheet && Object.keys(sheet.values).length) sheets[id] = sheet;
    }
    return sheets;
  }

  /** @returns {string[]} */
  names() {
    try {
      const keys = Array.from({ length: this.storage?.length ?? 0 }, (_, at) => this.storage?.key(at) ?? "");
      return keys.filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
    } catch {
      return [];
    }
  }

  /** The sheet that a change in another tab is about, or null. @param {StorageEvent} event */
  changed(event) {
    return event.key?.startsWith(this.prefix) ? event.key.slice(this.prefix.length) : null;
  }
}

/**
 * The store of a session in this window; one that only remembers while the page is open where storage is blocked.
 * @param {Window} view @param {string} session
 */
export function openStore(view, session) {
  try {
    const storage = view.localStorage;
    storage.getItem(PREFIX);
    return new Store(storage, session);
  } catch {
    return new Store(null, session);
  }
}

/** @param {string} text @returns {Sheet | null} */
function parsed(text) {
  const sheet = text ? JSON.parse(text) : null;
  return sheet && typeof sheet === "object" && typeof sheet.values === "object" ? sheet : null;
}
