// One person's window: the two panes, and the stream that keeps them true.

import { acceptDrops } from "../parts/attachments.js";
import { Acts } from "../parts/acts.js";
import { ChatList } from "../parts/chatlist.js";
import { Conversation, nothingOpen, setNarrow } from "../parts/conversation.js";
import { summaryOf } from "../parts/summary.js";
import { alertBox, announce, toast } from "../parts/toasts.js";
import { checkoutChanged } from "../checkout/sheet.js";
import { get } from "./api.js";
import { Stream } from "./events.js";
import { placeAddress, samePlace } from "./route.js";

const RELOAD_SOON = 250;

export class Window {
  constructor(root, session) {
    Object.assign(this, { root, session, touched: null, typingTimers: new Map() });
    this.acts = new Acts(session);
    this.list = new ChatList(session, this.acts, { openBench: () => void this.openBench() });
    this.conversation = null;
    root.replaceChildren(this.list.node, nothingOpen(session));
    setNarrow(root, null);
    this.listen();
  }

  listen() {
    const { session } = this;
    const { signal } = session.closing;
    session.on("go", (place) => this.visit(place));
    session.on("jump", (message) => void this.conversation?.jump(message));
    session.on("menu", ({ message, at }) => this.conversation?.menu(message, at));
    session.on("row", (row) => this.isOpen(row.chat.id) && this.conversation.drawRow());
    session.on("typing", (chat) => this.isOpen(chat) && this.conversation.drawRow());
    session.on("clock", () => this.conversation?.history.draw());
    session.on("paid", () => this.peopleSoon());
    addEventListener("keydown", (event) => this.onKey(event), { signal });
    document.addEventListener("visibilitychange", () => this.conversation?.readSoon(), { signal });
  }

  async start(place) {
    this.stream = this.session.stream = new Stream(`${this.session.api.base}/events`, {
      heard: (event) => this.hear(event),
      state: (state) => this.setLive(state === "live"),
      stale: () => void this.readAnew(),
    });
    await this.readClock();
    await this.readRows();
    this.go(place);
  }

  close() {
    this.conversation?.close();
    this.session.end();
  }

  setLive(live) {
    if (live === this.session.live) return;
    this.session.live = live;
    this.session.tell("live", live);
  }

  async readClock() {
    const clock = await get("/sim/clock").catch(() => null);
    if (clock?.now) this.session.setClock(clock.now);
  }

  /** Rows that changed by an event while the list was on its way are newer than the list. */
  async readRows() {
    this.touched = new Map();
    try {
      const rows = await this.session.api.chats();
      const newer = this.touched;
      const all = [...[...newer.values()].toReversed(), ...rows.filter((row) => !newer.has(String(row.chat.id)))];
      const spokenAt = (row) => row.last_message?.date ?? 0;
      all.sort((one, other) => spokenAt(other) - spokenAt(one)); // of the same second, those with news are first
      this.session.setRows(all.filter((row) => !this.session.gone.has(String(row.chat.id))));
    } catch {
      setTimeout(() => void this.readRows(), RELOAD_SOON * 8);
    } finally {
      this.touched = null;
    }
  }

  async readAnew() {
    await Promise.all([this.readRows(), this.readPeople(), this.readClock()]);
    if (this.conversation && this.session.row(this.session.place?.chat)) await this.conversation.refresh();
    else if (this.conversation) this.visit(null);
  }

  peopleSoon() {
    clearTimeout(this.peopleTimer);
    this.peopleTimer = setTimeout(() => void this.readPeople(), RELOAD_SOON);
  }

  async readPeople() {
    const answer = await Promise.all([get("/sim/people"), get("/sim/bots")]).catch(() => null);
    if (!answer) return;
    [this.session.people, this.session.bots] = answer;
    this.session.me = this.session.people.find((person) => person.id === this.session.me.id) ?? this.session.me;
    this.session.tell("me");
  }

  hear(event) {
    const deeds = {
      message: () => this.onMessage(event),
      edited: () => this.conversationOf(event)?.hear(event),
      deleted: () => this.conversationOf(event)?.hear(event),
      chat: () => this.onRow(event.row),
      typing: () => this.onTyping(event),
      draft: () => this.conversationOf(event)?.hear(event),
      toast: () => this.onToast(event),
      checkout: () => checkoutChanged(event.checkout),
      people: () => this.peopleSoon(),
      clock: () => this.session.setClock(event.now),
      reset: () => void this.readAnew(),
    };
    deeds[event.type]?.();
  }

  conversationOf(event) {
    return this.isOpen(event.chat) ? this.conversation : null;
  }

  isOpen(chat) {
    return this.conversation !== null && String(this.session.place?.chat) === String(chat?.id ?? chat);
  }

  onMessage(event) {
    const { message } = event;
    this.stopTyping(event.chat, message.seen.sender_name);
    this.conversationOf(event)?.hear(event);
    if (message.migrate_to_chat_id) void this.followMigration(event.chat, message.migrate_to_chat_id);
    if (message.seen.out) return;
    const row = this.session.row(event.chat);
    const aside = message.seen.ephemeral ? `${this.session.t("onlyYou")}. ` : "";
    if (this.isOpen(event.chat) || message.seen.ephemeral) announce(`${aside}${message.seen.sender_name}: ${summaryOf(message, this.session)}`);
    else announce(this.session.t("newIn", { title: row?.title ?? "" }));
  }

  /** A group that became a supergroup goes on under another number. */
  async followMigration(from, to) {
    const wasOpen = this.isOpen(from);
    await this.readRows();
    this.session.forget(from);
    if (wasOpen) this.visit({ chat: to });
  }

  onRow(row) {
    this.touched?.set(String(row.chat.id), row);
    this.session.putRow(row);
  }

  onTyping({ chat, name, seconds = 5 }) {
    const key = String(chat);
    const now = this.session.typing.get(key)?.names ?? [];
    this.session.typing.set(key, { names: [...new Set([...now, name])] });
    clearTimeout(this.typingTimers.get(key));
    this.typingTimers.set(key, setTimeout(() => this.stopTyping(chat), Math.min(seconds, 10) * 1000));
    this.session.tell("typing", chat);
  }

  stopTyping(chat, name) {
    const key = String(chat);
    const names = this.session.typing.get(key)?.names;
    if (!names) return;
    const left = name ? names.filter((each) => each !== name) : [];
    if (left.length) this.session.typing.set(key, { names: left });
    else this.session.typing.delete(key);
    this.session.tell("typing", chat);
  }

  onToast({ text, alert, url }) {
    if (text && alert) alertBox(text, this.session.t("ok"));
    else toast(text);
    if (url) void this.acts.follow(url);
  }

  /** A step that the browser's Back can undo. */
  visit(place) {
    if (samePlace(place, this.session.place)) return;
    history.pushState(null, "", placeAddress(place));
    this.go(place);
  }

  go(place) {
    const open = place && this.session.row(place.chat) ? { chat: place.chat, thread: place.thread ?? null } : null;
    this.wanted = place && !open ? place : null;
    if (this.wanted) void this.waitForRow(place);
    if (samePlace(open, this.session.place) && (this.conversation || !open)) return;
    this.show(open);
  }

  /** A chat just made may reach the list a moment later. */
  async waitForRow(place) {
    await this.readRows();
    if (this.wanted !== place) return;
    if (!this.session.row(place.chat)) this.meetBot(place.chat);
    if (this.session.row(place.chat)) this.go(place);
  }

  /** A bot nobody has started yet stands in no list; its chat shows the Start button. */
  meetBot(chat) {
    const bot = this.session.bots.find((each) => String(each.id) === String(chat));
    if (!bot) return;
    const { id, username, first_name: name } = bot;
    this.session.putRow({ hidden: true, chat: { id, username, first_name: name, type: "private" }, title: name, unread: 0, mentions: 0, member: "member", topics: [], bot: { commands: [], started: false } });
  }

  show(place) {
    this.conversation?.close();
    this.session.place = place;
    this.conversation = place ? new Conversation(this.session, this.acts, place) : null;
    const pane = this.conversation?.node ?? nothingOpen(this.session);
    this.root.querySelector(".right").replaceWith(pane);
    setNarrow(this.root, place);
    this.session.tell("place");
    if (!this.conversation) return;
    acceptDrops(pane, (files) => this.conversation.composer.attachments.add(files));
    if (matchMedia("(hover: hover) and (min-width: 721px)").matches) this.conversation.composer.input.focus();
    void this.conversation.start();
  }

  onKey(event) {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const mark = event.ctrlKey || event.metaKey;
    if (mark && event.key.toLowerCase() === "k") {
      event.preventDefault();
      this.list.search.focus();
    } else if (event.key === "Escape" && this.session.place) this.leaveChat();
  }

  leaveChat() {
    const { chat } = this.session.place;
    this.visit(null);
    this.list.nodes.get(String(chat))?.node.firstChild.focus();
  }

  async openBench() {
    const { openBench } = await import("../bench/drawer.js");
    openBench(this.session, this.acts);
  }
}
