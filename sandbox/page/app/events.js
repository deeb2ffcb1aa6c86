// The live stream of one person. Never loses an event: it asks again after the last number it has seen.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

export class Stream {
  /** `heard(event)` for each event; `state("live" | "lost")`; `stale()` when what is shown must be read anew. */
  constructor(address, { heard, state, stale }) {
    Object.assign(this, { address, heard, state, stale, last: null, wait: FIRST_WAIT, opened: false });
    this.connect();
  }

  connect() {
    const query = this.last === null ? "" : `?after=${encodeURIComponent(this.last)}`;
    this.source = new EventSource(this.address + query);
    this.source.addEventListener("open", () => this.onOpen());
    this.source.addEventListener("message", (message) => this.onMessage(message));
    this.source.addEventListener("error", () => this.onError());
  }

  onOpen() {
    this.wait = FIRST_WAIT;
    this.state("live");
    if (this.opened && this.last === null) this.stale();
    this.opened = true;
  }

  onMessage(message) {
    if (message.lastEventId) this.last = message.lastEventId;
    let event;
    try {
      event = JSON.parse(message.data);
    } catch {
      return;
    }
    if (event.type === "hello") this.last = String(event.n ?? this.last);
    else if (event.type === "reset") this.startOver(event);
    else this.heard(event);
  }

  startOver(event) {
    if (event.n !== undefined) this.last = String(event.n);
    this.stale();
  }

  onError() {
    this.source.close();
    if (this.closed) return;
    this.state("lost");
    this.timer = setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
    this.source.close();
  }
}
