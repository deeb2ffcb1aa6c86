// The left pane: people, search, chats.

import { el, toggle } from "../app/dom.js";
import { rowTime } from "../app/format.js";
import { placeAddress } from "../app/route.js";
import { avatar } from "./avatar.js";
import { icon } from "./icons.js";
import { openNewChat } from "./newchat.js";
import { peopleSwitch } from "./people.js";
import { summaryOf } from "./summary.js";
import { isDark, switchTheme } from "./theme.js";

export class ChatList {
  constructor(session, acts, { openBench }) {
    Object.assign(this, { session, acts });
    this.nodes = new Map();
    this.query = "";
    this.list = el("ul", { class: "chats", aria: { label: session.t("chats") } });
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.empty = el("div", { class: "chats-empty", hidden: true });
    this.node = el(
      "nav",
      { class: "left", aria: { label: session.t("chats") } },
      this.head(openBench),
      el("div", { class: "chat-scroll" }, this.list, this.empty),
      this.offline(),
    );
    session.on("rows", () => this.draw());
    session.on("row", (row) => this.drawRow(row));
    session.on("typing", (chat) => this.redraw(chat));
    session.on("place", () => this.markOpen());
    session.on("clock", () => this.draw());
  }

  head(openBench) {
    const { session } = this;
    this.search = el("input", { type: "search", class: "search", placeholder: session.t("search"), autocomplete: "off", aria: { label: session.t("search") } });
    this.search.addEventListener("input", () => {
      this.query = this.search.value.trim().toLowerCase();
      this.draw();
    });
    this.search.addEventListener("keydown", (event) => this.onSearchKey(event));
    return el(
      "header",
      { class: "left-head" },
      el("div", { class: "left-top" }, peopleSwitch(session), this.tools(openBench)),
      el("div", { class: "search-row" }, el("span", { class: "search-box" }, icon("search"), this.search)),
    );
  }

  tools(openBench) {
    const { t } = this.session;
    const theme = roundButton(isDark() ? "sun" : "moon", t("darkMode"), () => {
      switchTheme();
      theme.firstChild.replaceWith(icon(isDark() ? "sun" : "moon"));
      theme.setAttribute("aria-pressed", String(isDark()));
    });
    theme.classList.add("theme-switch");
    theme.setAttribute("aria-pressed", String(isDark()));
    return el(
      "div",
      { class: "tools" },
      theme,
      roundButton("bench", t("bench"), openBench, "bench-switch"),
      roundButton("plus", t("newChat"), () => openNewChat(this.session, this.acts), "new-chat"),
    );
  }

  offline() {
    const node = el("p", { class: "offline", role: "status", hidden: this.session.live }, el("span", { class: "spinner" }), el("span", {}, this.session.t("reconnecting")));
    this.session.on("live", (live) => {
      node.hidden = live;
    });
    return node;
  }

  draw() {
    const rows = this.session.sortedRows().filter((row) => this.matches(row));
    for (const [chat, kept] of this.nodes) {
      if (rows.some((row) => String(row.chat.id) === chat)) continue;
      kept.node.remove();
      this.nodes.delete(chat);
    }
    rows.forEach((row, index) => {
      const node = this.nodeOf(row);
      if (this.list.children[index] !== node) this.list.insertBefore(node, this.list.children[index] ?? null);
    });
    this.showEmpty(rows.length === 0);
    this.title();
  }

  matches(row) {
    if (row.hidden) return false;
    return !this.query || `${row.title} ${row.chat.username ?? ""} ${row.last_message?.text ?? ""}`.toLowerCase().includes(this.query);
  }

  drawRow() {
    this.draw();
  }

  redraw(chat) {
    const kept = this.nodes.get(String(chat));
    if (kept) kept.row = null;
    this.draw();
  }

  nodeOf(row) {
    const chat = String(row.chat.id);
    const kept = this.nodes.get(chat);
    const stamp = row.last_message ? rowTime(row.last_message.date, this.session.now(), this.session.words) : "";
    if (kept && kept.row === row && kept.stamp === stamp) return kept.node;

    const node = kept?.node ?? el("li", {}, this.rowLink(chat));
    const link = node.firstChild;
    link.replaceChildren(...this.rowParts(row, stamp));
    link.setAttribute("aria-label", this.spoken(row));
    toggle(link, "muted", row.muted);
    this.nodes.set(chat, { node, row, stamp });
    this.markOpen();
    return node;
  }

  rowLink(chat) {
    return el("a", { class: "chat-row", href: placeAddress({ chat }), data: { chat }, draggable: "false" });
  }

  rowParts(row, stamp) {
    const { session } = this;
    const typing = session.typing.get(String(row.chat.id))?.names ?? row.typing ?? [];
    const line = typing.length ? el("span", { class: "row-typing" }, this.typingWords(row, typing)) : this.lastLine(row);
    const unread = row.unread > 0 && el("span", { class: `badge ${row.muted ? "quiet-badge" : ""}` }, row.unread > 999 ? "999+" : row.unread);
    const mention = row.mentions > 0 && el("span", { class: "badge mention-badge" }, "@");
    return [
      avatar(row.chat.id, row.title, row.photo_url),
      el(
        "span",
        { class: "row-words" },
        el("span", { class: "row-top" }, el("span", { class: "row-title" }, chatKind(row), el("bdi", {}, row.title)), el("time", { class: "dim" }, stamp)),
        el("span", { class: "row-bottom" }, line, mention, unread),
      ),
    ];
  }

  typingWords(row, names) {
    const { t } = this.session;
    return row.chat.type === "private" ? t("typing") : t("someoneTyping", { n: names.length, who: names.join(", ") });
  }

  lastLine(row) {
    const { session } = this;
    const draft = localStorage.getItem(draftKey(session.me.id, row.chat.id));
    if (draft && String(session.place?.chat) !== String(row.chat.id)) {
      return el("span", { class: "row-last", dir: "auto" }, el("span", { class: "draft" }, `${session.t("draft")} `), draft);
    }
    const message = row.last_message;
    if (!message) return el("span", { class: "row-last dim" }, session.t(row.bot && !row.bot.started ? "tapToStart" : "noMessagesYet"));
    const who = whoSpoke(row, message, session);
    const mark = message.seen.ephemeral ? el("span", { class: "row-eye" }, icon("eye")) : null;
    return el("span", { class: "row-last", dir: "auto" }, mark, who && el("span", { class: "row-who" }, `${who}: `), summaryOf(message, session));
  }

  spoken(row) {
    const unread = row.unread > 0 ? `, ${this.session.t("unread", { n: row.unread })}` : "";
    return `${row.title}${unread}. ${summaryOf(row.last_message, this.session)}`;
  }

  showEmpty(empty) {
    const { t } = this.session;
    this.empty.hidden = !empty;
    if (!empty) return;
    const words = this.query ? [el("p", {}, t("nothingFound"))] : [el("strong", {}, t("noChats")), el("p", {}, t("noChatsHint"))];
    this.empty.replaceChildren(...words);
  }

  markOpen() {
    const open = this.session.place && String(this.session.place.chat);
    for (const [chat, { node }] of this.nodes) {
      if (chat === open) node.firstChild.setAttribute("aria-current", "page");
      else node.firstChild.removeAttribute("aria-current");
    }
  }

  title() {
    const unread = [...this.session.rows.values()].reduce((sum, row) => sum + (row.muted ? 0 : row.unread), 0);
    document.title = `${unread ? `(${unread}) ` : ""}${this.session.me.first_name} – Tuan sandbox`;
  }

  onSearchKey(event) {
    if (event.key === "ArrowDown") this.list.querySelector("a")?.focus();
    else if (event.key === "Enter") this.list.querySelector("a")?.click();
    else if (event.key === "Escape" && this.query) {
      this.search.value = "";
      this.search.dispatchEvent(new Event("input"));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  onKey(event) {
    const links = [...this.list.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    const target = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (target < 0) this.search.focus();
    else links[Math.min(target, links.length - 1)]?.focus();
  }
}

export const draftKey = (person, chat, thread) => `tuan-draft ${person} ${chat}${thread ? ` ${thread}` : ""}`;

function chatKind(row) {
  if (row.bot) return el("span", { class: "tag" }, "bot");
  return null;
}

function whoSpoke(row, message, session) {
  if (row.chat.type === "private" && !message.seen.out) return "";
  if (message.seen.by === "service" || message.new_chat_members || message.left_chat_member || message.successful_payment) return "";
  return message.seen.out ? session.t("you") : message.seen.sender_name.split(" ")[0];
}

export function roundButton(name, label, act, extra = "") {
  return el("button", { type: "button", class: `round ${extra}`, onclick: act, title: label, aria: { label } }, icon(name));
}
