// What one person's window knows, and the bell it rings when that changes.

import { PersonApi } from "./api.js";
import { wordsFor } from "../words/words.js";

export class Session extends EventTarget {
  constructor(me, people, bots) {
    super();
    Object.assign(this, { me, people, bots });
    this.api = new PersonApi(me.id);
    this.words = wordsFor(me.language_code);
    this.t = this.words.say;
    this.rows = new Map();
    this.heights = new Map();
    this.lifts = 0;
    this.gone = new Set();
    this.typing = new Map();
    this.clockAhead = 0;
    this.place = null;
    this.live = true;
    this.closing = new AbortController();
  }

  on(type, listener) {
    this.addEventListener(type, (event) => listener(event.detail), { signal: this.closing.signal });
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Seconds of the sandbox's clock. */
  now() {
    return Math.floor(Date.now() / 1000) + this.clockAhead;
  }

  setClock(now) {
    this.clockAhead = Math.round(now - Date.now() / 1000);
    this.tell("clock");
  }

  row(chat) {
    return this.rows.get(String(chat));
  }

  /** A chat that lives on under another number; late news of it is not heard. */
  forget(chat) {
    this.gone.add(String(chat));
    this.rows.delete(String(chat));
    this.tell("rows");
  }

  putRow(row) {
    if (this.gone.has(String(row.chat.id))) return;
    const before = this.row(row.chat.id);
    const isNew = row.last_message && row.last_message.seen.key !== before?.last_message?.seen.key;
    if (isNew && row.last_message.date >= (before?.last_message?.date ?? 0)) this.lift(row);
    this.rows.set(String(row.chat.id), row);
    this.tell("row", row);
  }

  /** `rows` newest first. */
  setRows(rows) {
    this.rows = new Map(rows.map((row) => [String(row.chat.id), row]));
    for (const row of rows.toReversed()) this.lift(row);
    this.tell("rows");
  }

  lift(row) {
    this.lifts += 1;
    this.heights.set(String(row.chat.id), this.lifts);
  }

  /** Newest first; dates alone are too coarse. */
  sortedRows() {
    const height = (row) => this.heights.get(String(row.chat.id)) ?? 0;
    return [...this.rows.values()].sort((one, other) => height(other) - height(one));
  }

  botNamed(username) {
    return this.bots.find((bot) => bot.username?.toLowerCase() === String(username ?? "").toLowerCase());
  }

  end() {
    this.closing.abort();
    this.stream?.close();
  }
}
