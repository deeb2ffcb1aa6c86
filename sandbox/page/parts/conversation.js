// The right pane: header, topics, pinned line, history, composer.

import { el, toggle } from "../app/dom.js";
import { avatar } from "./avatar.js";
import { roundButton } from "./chatlist.js";
import { Composer } from "./composer.js";
import { openChatInfo } from "./chatinfo.js";
import { Draft } from "./draft.js";
import { History } from "./history.js";
import { icon } from "./icons.js";
import { openMessageMenu } from "./messagemenu.js";
import { summaryOf } from "./summary.js";
import { topicTabs } from "./topics.js";

const READ_AFTER = 300;

export class Conversation {
  constructor(session, acts, place) {
    Object.assign(this, { session, acts, place });
    this.history = new History(session, acts, place, { onBottom: (bottom, fresh) => this.onBottom(bottom, fresh) });
    this.composer = new Composer(session, acts, place, () => this.history);
    this.draft = new Draft(session, acts, place);
    this.head = el("header", { class: "chat-head" });
    this.pinned = el("div", { class: "pinned-slot" });
    this.tabs = el("div", { class: "tabs-slot" });
    this.emptyNote = el("div", { class: "empty-note", hidden: true });
    this.down = this.downButton();
    this.node = el(
      "main",
      { class: "right", aria: { label: this.row?.title } },
      this.head,
      this.tabs,
      this.pinned,
      el("div", { class: "stage" }, this.history.scroller, this.emptyNote, this.down),
      this.draft.node,
      this.composer.node,
    );
    this.history.list.addEventListener("contextmenu", (event) => this.onContextMenu(event));
    this.history.list.addEventListener("keydown", (event) => this.onHistoryKey(event));
    this.history.list.addEventListener("dblclick", (event) => this.onDoubleClick(event));
    this.drawRow();
  }

  get row() {
    return this.session.row(this.place.chat);
  }

  async start() {
    const topic = this.row?.topics?.find((each) => String(each.message_thread_id) === String(this.place.thread));
    const unread = topic ? topic.unread : (this.row?.unread ?? 0);
    this.node.classList.add("loading");
    this.heardMeanwhile = [];
    try {
      await this.history.open(unread);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.showFailure(error);
      return;
    } finally {
      this.node.classList.remove("loading");
    }
    this.catchUp();
    this.readSoon();
  }

  /** Read anew after the stream was away too long. */
  async refresh() {
    this.heardMeanwhile = [];
    await this.acts.try(() => this.history.refresh());
    this.catchUp();
  }

  catchUp() {
    const heard = this.heardMeanwhile ?? [];
    this.heardMeanwhile = null;
    heard.forEach((event) => this.hear(event));
    this.composer.heedForceReply(this.row?.keyboard);
    this.showEmpty();
  }

  close() {
    this.composer.close();
    this.history.close();
    clearTimeout(this.reading);
  }

  hear(event) {
    if (this.heardMeanwhile) {
      this.heardMeanwhile.push(event);
      return;
    }
    if (event.type === "draft") return this.draft.show(event);
    if (event.type === "message") this.draft.hide();
    if (event.type === "message") {
      this.history.add(event.message);
      this.composer.heedForceReply(this.row?.keyboard);
    } else if (event.type === "edited") this.history.replace(event.message);
    else if (event.type === "deleted") this.history.remove(event.keys ?? []);
    this.showEmpty();
    if (event.type === "message" && this.history.sticky) this.readSoon();
    return undefined;
  }

  drawRow() {
    const { row } = this;
    if (!row) return;
    this.head.replaceChildren(...this.headParts(row));
    this.tabs.replaceChildren(...topicTabs(this.session, row, this.place));
    this.drawPinned(row.pinned);
    this.composer.drawRow(row);
    this.showEmpty();
    if (row.unread > 0 && this.history.sticky) this.readSoon();
  }

  headParts(row) {
    const { session } = this;
    const back = el("a", { class: "round back", href: "#", title: session.t("back"), aria: { label: session.t("back") } }, icon("back"));
    back.addEventListener("click", (event) => {
      event.preventDefault();
      session.tell("go", null);
    });
    const info = el(
      "button",
      { type: "button", class: "chat-title", onclick: () => openChatInfo(session, this.acts, row) },
      avatar(row.chat.id, row.title, row.photo_url),
      el("span", { class: "title-words" }, el("span", { class: "title-name", dir: "auto" }, row.title), el("span", { class: "dim subtitle", dir: "auto" }, this.subtitle(row))),
    );
    return [back, info];
  }

  subtitle(row) {
    const { t } = this.session;
    const names = this.session.typing.get(String(row.chat.id))?.names ?? [];
    if (names.length) {
      const words = row.chat.type === "private" ? t("typing") : t("someoneTyping", { n: names.length, who: names.join(", ") });
      return el("span", { class: "row-typing" }, words, el("span", { class: "dots", aria: { hidden: true } }, el("i"), el("i"), el("i")));
    }
    if (row.bot) return t(row.blocked ? "blockedBot" : "bot");
    if (row.chat.type === "private") return row.chat.username ? `@${row.chat.username}` : t("privateChat");
    return row.members ? t(row.chat.type === "channel" ? "subscribers" : "memberCount", { n: row.members }) : t(row.chat.type);
  }

  drawPinned(message) {
    const key = message?.seen.key ?? null;
    if (this.pinnedKey !== undefined && this.pinnedKey !== key) this.history.markPinned(this.pinnedKey, key);
    this.pinnedKey = key;
    if (!message) return this.pinned.replaceChildren();
    const bar = el(
      "button",
      { type: "button", class: "pinned-bar", onclick: () => this.jump(message) },
      icon("pin"),
      el("span", { class: "pinned-words" }, el("strong", {}, this.session.t("pinned")), el("span", { dir: "auto" }, summaryOf(message, this.session))),
    );
    return this.pinned.replaceChildren(bar);
  }

  showEmpty() {
    const empty = !this.node.classList.contains("loading") && this.history.messages.length === 0;
    this.emptyNote.hidden = !empty;
    if (!empty) return;
    const { t } = this.session;
    const bot = this.row?.bot;
    const words = bot ? [t("emptyBot"), t(bot.started ? "emptyBotHint" : "emptyBotStart")] : [t("emptyChat"), t("emptyChatHint")];
    this.emptyNote.replaceChildren(el("div", { class: "empty-card" }, el("span", { class: "empty-face" }, bot ? "🤖" : "👋"), el("strong", {}, words[0]), el("p", {}, words[1])));
  }

  showFailure(error) {
    const { t } = this.session;
    const again = el("button", { type: "button", class: "quiet", onclick: () => void this.start() }, t("tryAgain"));
    this.emptyNote.hidden = false;
    this.emptyNote.replaceChildren(el("div", { class: "empty-card" }, el("span", { class: "empty-face" }, "🌧"), el("p", {}, error.message || t("noAnswer")), again));
  }

  downButton() {
    const node = roundButton("down", this.session.t("toLatest"), () => void this.history.toLatest(), "down-button");
    node.append(el("span", { class: "badge", hidden: true }));
    node.hidden = true;
    return node;
  }

  onBottom(bottom, fresh) {
    if (!this.down) return;
    this.down.hidden = bottom;
    const badge = this.down.querySelector(".badge");
    badge.hidden = fresh === 0;
    badge.textContent = fresh;
    if (bottom) this.readSoon();
  }

  /** Only what stands before open eyes counts as read. */
  readSoon() {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => this.readNow(), READ_AFTER);
  }

  readNow() {
    const { row } = this;
    const topic = row?.topics?.find((each) => String(each.message_thread_id) === String(this.place.thread));
    const unread = this.place.thread ? (topic?.unread ?? 0) : (row?.unread ?? 0);
    if (!unread || document.hidden || !this.history.sticky) return;
    this.session.api.markRead(this.place.chat, this.place.thread).catch(() => undefined);
  }

  jump(message) {
    return this.history.jump(message);
  }

  messageAt(target) {
    const key = target.closest?.("[data-key]")?.dataset.key;
    return key ? this.history.messages.find((message) => message.seen.key === key) : null;
  }

  onContextMenu(event) {
    const message = this.messageAt(event.target);
    if (!message || event.target.closest("a") || String(getSelection()).trim()) return;
    event.preventDefault();
    this.menu(message, { x: event.clientX, y: event.clientY });
  }

  onDoubleClick(event) {
    const message = this.messageAt(event.target);
    if (!message || message.seen.ephemeral || event.target.closest("button, a, .words, .rich")) return;
    this.composer.replyTo(message);
  }

  menu(message, at) {
    if (message.seen.by !== "service") openMessageMenu({ session: this.session, acts: this.acts, composer: this.composer, message, at });
  }

  onHistoryKey(event) {
    const lines = [...this.history.list.querySelectorAll("[data-key]")];
    const line = event.target.closest("[data-key]");
    if (["ArrowUp", "ArrowDown"].includes(event.key)) {
      const here = lines.indexOf(line);
      const next = line ? lines[here + (event.key === "ArrowUp" ? -1 : 1)] : lines.at(-1);
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
    } else if (line && (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey) || (event.key === "Enter" && event.target === line))) {
      const box = line.querySelector(".bubble")?.getBoundingClientRect() ?? line.getBoundingClientRect();
      this.menu(this.messageAt(line), { x: box.left + 24, y: Math.min(box.top + 24, innerHeight - 200) });
    } else return;
    event.preventDefault();
  }
}

export function nothingOpen(session) {
  const { t } = session;
  return el(
    "main",
    { class: "right nothing-open" },
    el("div", { class: "empty-card" }, el("span", { class: "empty-face" }, "💬"), el("strong", {}, t("pickChat")), el("p", {}, t("pickChatHint"))),
  );
}

export function setNarrow(app, place) {
  toggle(app, "in-chat", place !== null);
}
