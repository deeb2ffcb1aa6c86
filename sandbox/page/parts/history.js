// The messages of one chat or topic. Reads pages, keeps its place, and touches only what changed.

import { el, toggle } from "../app/dom.js";
import { Timeline } from "./timeline.js";
import { unitsOf } from "./units.js";

const PAGE = 50;
const MOST_KEPT = 400;
const NEAR = 80;
const MOST_PAGES = 40;

export class History {
  constructor(session, acts, place, { onBottom }) {
    Object.assign(this, { session, acts, place, onBottom });
    this.messages = [];
    this.covered = new Map();
    this.more = false;
    this.fresh = 0;
    this.loading = null;
    this.closing = new AbortController();
    this.list = el("ol", { class: "history", tabindex: "0", aria: { label: session.t("messages") } });
    this.timeline = new Timeline(session, acts, this.list);
    this.scroller = el("div", { class: "scroller" }, this.list);
    this.scroller.addEventListener("scroll", () => this.onScroll(), { passive: true });
    this.sizes = new ResizeObserver(() => this.sticky && this.toBottom());
    this.sizes.observe(this.scroller);
    this.sizes.observe(this.list);
    this.sticky = true;
    this.lastTop = 0;
  }

  close() {
    this.closing.abort();
    this.sizes.disconnect();
  }

  async open(unread) {
    const { messages, more } = await this.page({});
    this.messages = messages;
    this.more = more;
    this.detached = false;
    this.newFrom = unread > 0 ? this.firstUnread(unread) : null;
    this.draw();
    this.showStart();
  }

  /** What has changed while the stream was away. */
  async refresh() {
    const { messages, more } = await this.page({});
    this.messages = messages;
    this.more = more;
    this.detached = false;
    this.draw();
    if (this.sticky) this.toBottom();
  }

  page(range) {
    const { chat, thread } = this.place;
    return this.session.api.messages(chat, { thread, limit: PAGE, ...range }, this.closing.signal);
  }

  firstUnread(unread) {
    const others = this.messages.filter((message) => !message.seen.out);
    return others.at(-Math.min(unread, others.length))?.seen.key ?? null;
  }

  showStart() {
    const line = this.list.querySelector(".unread-line");
    if (line) {
      line.scrollIntoView({ block: "center" });
      this.sticky = false;
    } else this.toBottom();
    this.onScroll();
  }

  belongs(message) {
    return !this.place.thread || String(message.seen.topic ?? message.message_thread_id ?? 1) === String(this.place.thread);
  }

  has(key) {
    return this.messages.some((message) => message.seen.key === key);
  }

  add(message) {
    if (!this.belongs(message)) return undefined;
    if (this.has(message.seen.key)) return this.replace(message);
    if (message.seen.replaces && this.putInPlace(message)) return undefined;
    if (this.detached) return this.countFresh(message);

    const stays = this.sticky || message.seen.out;
    this.messages.push(message);
    if (stays) this.trim();
    this.draw();
    if (stays) this.toBottom();
    else this.countFresh(message);
    return undefined;
  }

  /** An ephemeral message may stand where another one stood, until it is deleted. */
  putInPlace(message) {
    const at = this.messages.findIndex((each) => each.seen.key === message.seen.replaces);
    if (at < 0) return false;
    this.covered.set(message.seen.key, this.messages[at]);
    this.messages[at] = message;
    this.draw();
    return true;
  }

  countFresh(message) {
    if (!message.seen.out) this.fresh += 1;
    this.onBottom(this.sticky, this.fresh);
  }

  replace(message) {
    const at = this.messages.findIndex((each) => each.seen.key === message.seen.key);
    if (at < 0) return;
    this.messages[at] = message;
    this.draw();
  }

  markPinned(before, now) {
    this.messages = this.messages.map((message) => {
      const { key, pinned } = message.seen;
      if (key !== before && key !== now) return message;
      return pinned === (key === now) ? message : { ...message, seen: { ...message.seen, pinned: key === now } };
    });
    this.draw();
  }

  remove(keys) {
    const gone = new Set(keys);
    this.messages = this.messages
      .map((message) => (gone.has(message.seen.key) ? (this.covered.get(message.seen.key) ?? message) : message))
      .filter((message) => !gone.has(message.seen.key));
    this.draw();
  }

  /** Far more than fits on a screen is let go at the top while one reads at the bottom. */
  trim() {
    if (this.messages.length <= MOST_KEPT) return;
    this.messages = this.messages.slice(-MOST_KEPT / 2);
    this.more = true;
  }

  onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR && !this.detached;
    // Growing content also moves the bottom away; only going up means that somebody wants to read above.
    if (near) this.sticky = true;
    else if (scrollTop < this.lastTop - 1) this.sticky = false;
    this.lastTop = scrollTop;
    if (this.sticky) this.fresh = 0;
    this.onBottom(this.sticky, this.fresh);
    if (scrollTop < 400 && this.more) void this.older();
    if (this.detached && scrollHeight - scrollTop - clientHeight < 400) void this.newer();
  }

  older() {
    this.loading ??= this.readOlder().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  async readOlder() {
    const { messages, more } = await this.page({ before: this.messages[0]?.seen.key });
    const known = new Set(this.messages.map((message) => message.seen.key));
    const before = this.scroller.scrollHeight - this.scroller.scrollTop;
    this.messages = [...messages.filter((message) => !known.has(message.seen.key)), ...this.messages];
    this.more = more && messages.length > 0;
    this.draw();
    this.scroller.scrollTop = this.scroller.scrollHeight - before;
  }

  newer() {
    this.loading ??= this.readNewer().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  async readNewer() {
    const { messages, more } = await this.page({ after: this.messages.at(-1)?.seen.key });
    this.messages = [...this.messages, ...messages.filter((message) => !this.has(message.seen.key))];
    this.detached = more && messages.length > 0;
    this.draw();
  }

  /** Scroll to a message, reading pages until it is there. `wanted` is a message, as seen or only as quoted. */
  async jump(wanted) {
    for (let pages = 0; !this.find(wanted) && this.more && pages < MOST_PAGES; pages += 1) await this.older();
    const node = this.timeline.node(this.unitKey(this.find(wanted)));
    if (!node) return false;
    this.sticky = false;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("found");
    requestAnimationFrame(() => node.classList.add("found"));
    node.focus({ preventScroll: true });
    return true;
  }

  find({ seen, message_id: id, ephemeral_message_id: whispered }) {
    return this.messages.find((message) => {
      if (seen) return message.seen.key === seen.key;
      return id ? message.message_id === id : whispered && message.ephemeral_message_id === whispered;
    })?.seen.key;
  }

  unitKey(key) {
    return this.units?.find((unit) => unit.messages.some((message) => message.seen.key === key))?.key;
  }

  async toLatest() {
    if (this.detached) await this.refresh();
    this.toBottom();
  }

  toBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.lastTop = this.scroller.scrollTop;
    this.sticky = true;
    this.fresh = 0;
    this.onBottom(true, 0);
  }

  draw() {
    this.units = unitsOf(this.messages);
    this.timeline.draw(this.units, this.newFrom);
    toggle(this.scroller, "is-empty", this.messages.length === 0);
  }
}
