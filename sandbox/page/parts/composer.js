// Where one writes: text, files, a reply, an edit; or the one button that is possible instead.

import { el, toggle } from "../app/dom.js";
import { aboutBar, insteadOfWriting } from "./about.js";
import { Attachments } from "./attachments.js";
import { draftKey, roundButton } from "./chatlist.js";
import { icon } from "./icons.js";
import { ReplyKeyboard } from "./replykeyboard.js";
import { Suggestions } from "./suggestions.js";
import { toast } from "./toasts.js";

const TALLEST = 180;
const LONGEST_TEXT = 4096;

export class Composer {
  constructor(session, acts, place, history) {
    Object.assign(this, { session, acts, place, history });
    this.about = null;
    this.build();
    this.restoreDraft();
    session.on("say", (text) => this.isHere() && void this.say({ text }));
    session.on("insert", (text) => this.isHere() && this.insert(text));
    session.on("inline", (wish) => this.isHere() && this.beginInline(wish));
  }

  isHere() {
    return this.node.isConnected;
  }

  build() {
    const { t } = this.session;
    this.input = el("textarea", { rows: "1", dir: "auto", class: "input", maxlength: String(LONGEST_TEXT), placeholder: t("writeMessage"), aria: { label: t("writeMessage") } });
    this.send = el("button", { type: "submit", class: "round send", title: t("send"), aria: { label: t("send") } }, icon("send"));
    this.aboutSlot = el("div", { class: "about-slot" });
    this.instead = el("div", { class: "instead", hidden: true });
    this.attachments = new Attachments(this.session, () => this.refresh());
    this.keyboard = new ReplyKeyboard(this.session, this.acts, (text) => void this.say({ text }));
    this.suggestions = new Suggestions(this.session, this.acts, this);
    this.slash = roundButton("slash", t("commands"), () => this.beginCommand(), "slash-button");
    this.form = el(
      "form",
      { class: "composer-row" },
      this.attachments.button,
      el("div", { class: "input-box" }, this.input, this.slash, this.keyboard.switch),
      this.send,
    );
    this.node = el("footer", { class: "composer" }, this.suggestions.node, this.aboutSlot, this.attachments.strip, this.form, this.keyboard.node, this.instead);
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.input.addEventListener("input", () => this.onInput());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("paste", (event) => this.attachments.fromPaste(event));
  }

  close() {
    this.attachments.close();
  }

  get row() {
    return this.session.row(this.place.chat);
  }

  mayWrite() {
    return this.instead.hidden;
  }

  drawRow(row) {
    const other = insteadOfWriting(this.session, this.acts, row);
    this.instead.hidden = !other;
    this.form.hidden = Boolean(other);
    if (other) this.instead.replaceChildren(other);
    this.slash.hidden = this.suggestions.commands(row).length === 0;
    this.keyboard.show(other ? null : row.keyboard);
    this.heedForceReply(row.keyboard);
    this.refresh();
  }

  heedForceReply(keyboard) {
    if (!keyboard?.markup.force_reply || keyboard.message === this.forced) return;
    const message = this.history().messages.find((each) => each.seen.key === keyboard.message);
    if (!message) return; // the row may know of it before the history does
    this.forced = keyboard.message;
    this.replyTo(message);
    if (keyboard.markup.input_field_placeholder) this.input.placeholder = keyboard.markup.input_field_placeholder;
  }

  replyTo(message) {
    this.about = { kind: "reply", message };
    this.drawAbout();
    this.input.focus();
  }

  edit(message) {
    this.about = { kind: "edit", message, before: this.input.value };
    this.input.value = message.text ?? message.caption ?? "";
    this.drawAbout();
    this.refresh();
    this.input.focus();
  }

  drawAbout() {
    this.aboutSlot.replaceChildren(...(this.about ? [aboutBar(this.session, this.about, () => this.dropAbout())] : []));
  }

  dropAbout() {
    if (this.about?.kind === "edit") this.input.value = this.about.before;
    this.about = null;
    this.drawAbout();
    this.refresh();
    this.input.focus();
  }

  async submit() {
    const text = this.input.value.trim();
    const { about } = this;
    if (about?.kind === "edit") return this.finishEdit(text, about.message);
    if (this.attachments.files.length) return this.sendFiles(text);
    if (!text) return undefined;
    this.input.value = "";
    this.onInput();
    const sent = await this.say({ text });
    if (!sent && !this.input.value) this.input.value = text;
    return this.onInput();
  }

  async finishEdit(text, message) {
    if (!text) return;
    this.dropAbout();
    if (text === (message.text ?? message.caption)) return;
    const edited = await this.acts.try(() => this.session.api.edit(message.chat.id, message.seen.key, text));
    if (edited) this.history().replace(edited);
  }

  /** Say something here, as a reply where one is begun. */
  async say(body) {
    const { about } = this;
    if (about?.kind === "reply") {
      this.about = null;
      this.drawAbout();
    }
    this.history().sticky = true;
    const sent = await this.acts.try(() => this.session.api.say(this.place.chat, this.addressed(body, about)));
    if (!sent && about?.kind === "reply") {
      this.about = about;
      this.drawAbout();
    }
    if (sent) this.showSoon(sent);
    return sent;
  }

  addressed(body, about) {
    const reply = about?.kind === "reply" ? about.message : null;
    const thread = this.place.thread ?? reply?.message_thread_id;
    if (reply) body.reply_to = reply.message_id || reply.seen.key;
    if (thread) body.thread = Number(thread);
    return body;
  }

  /** The stream brings it in its right order; this only helps when the stream is away. */
  showSoon(message) {
    setTimeout(() => this.isHere() && !this.history().has(message.seen.key) && this.history().add(message), 1500);
  }

  async sendFiles(caption) {
    const extra = this.addressed({}, this.about);
    const forms = this.attachments.forms(caption, extra);
    this.attachments.clear();
    this.input.value = "";
    this.about = null;
    this.drawAbout();
    this.onInput();
    this.history().sticky = true;
    for (const form of forms) {
      const sent = await this.acts.try(() => this.session.api.say(this.place.chat, form));
      for (const message of [sent].flat().filter(Boolean)) this.showSoon(message);
    }
  }

  onInput() {
    this.refresh();
    this.saveDraft();
    this.suggestions.update();
  }

  refresh() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST)}px`;
    toggle(this.input, "scrolls", this.input.scrollHeight > TALLEST);
    this.send.disabled = !this.input.value.trim() && this.attachments.files.length === 0;
  }

  onKey(event) {
    if (event.isComposing) return;
    if (this.suggestions.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void this.submit();
    } else if (event.key === "Escape" && this.about) {
      event.stopPropagation();
      this.dropAbout();
    } else if (event.key === "ArrowUp" && !this.input.value) this.editLast(event);
  }

  editLast(event) {
    const mine = this.history().messages.findLast((message) => message.seen.out && message.seen.by === "person" && message.text && !message.forward_origin);
    if (!mine) return;
    event.preventDefault();
    this.edit(mine);
  }

  insert(text) {
    this.input.setRangeText(text, this.input.selectionStart, this.input.selectionEnd, "end");
    this.input.focus();
    this.onInput();
  }

  beginCommand() {
    this.input.value = "/";
    this.input.focus();
    this.onInput();
  }

  beginInline({ query, bot, here }) {
    if (!bot) return;
    if (!here) toast(this.session.t("pickWhereInline"));
    this.input.value = `@${bot} ${query ?? ""}`;
    this.input.focus();
    this.onInput();
  }

  saveDraft() {
    if (this.about?.kind === "edit") return;
    const key = draftKey(this.session.me.id, this.place.chat, this.place.thread);
    if (this.input.value.trim()) localStorage.setItem(key, this.input.value);
    else localStorage.removeItem(key);
  }

  restoreDraft() {
    this.input.value = localStorage.getItem(draftKey(this.session.me.id, this.place.chat, this.place.thread)) ?? "";
    requestAnimationFrame(() => this.refresh());
  }
}
