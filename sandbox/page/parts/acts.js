// What touching a message does.

import { el } from "../app/dom.js";
import { isTelegramLink, safeLink } from "../app/links.js";
import { openCheckout } from "../checkout/sheet.js";
import { setBusy } from "./keys.js";
import { openSheet } from "./sheet.js";
import { alertBox, toast } from "./toasts.js";
import { openWebApp } from "./webapp.js";

export class Acts {
  constructor(session) {
    this.session = session;
    this.words = session.t;
    this.locale = session.words.locale;
    this.pressed = new Set();
    this.votes = new Map();
  }

  now = () => this.session.now();

  /** Run something that the server may refuse, and say the refusal. */
  try = async (deed) => {
    try {
      return await deed();
    } catch (error) {
      if (error.name !== "AbortError") toast(error.message || this.words("noAnswer"), "bad");
      return null;
    }
  };

  isPressed = (message, row, column) => this.pressed.has(`${message.seen.key} ${row} ${column}`);

  press = async (message, button, { row, column }, node) => {
    const mark = `${message.seen.key} ${row} ${column}`;
    if (this.pressed.has(mark)) return;
    this.pressed.add(mark);
    setBusy(node, true);
    const answer = await this.try(() => this.session.api.tap(message.chat.id, message.seen.key, { row, column }));
    this.pressed.delete(mark);
    const shown = node.isConnected ? node : this.findKey(message.seen.key, row, column);
    if (shown) setBusy(shown, false);
    if (answer) this.answered(answer, message, button, node);
  };

  findKey(key, row, column) {
    const line = document.querySelector(`.history [data-key="${CSS.escape(key)}"]`);
    return line?.querySelectorAll(".key-row")[row]?.children[column];
  }

  pressRich = async (message, button, node) => {
    if (button.url) return this.follow(button.url);
    if (button.copy_text) return this.copy(button.copy_text.text);
    if (button.web_app) return openWebApp(this.session, button.web_app.url, this.follow);
    if (button.callback_data === undefined) return undefined;
    setBusy(node, true);
    const answer = await this.try(() => this.session.api.tap(message.chat.id, message.seen.key, { data: button.callback_data }));
    setBusy(node, false);
    if (answer) this.answered(answer, message, button);
  };

  answered(answer, message, button, node) {
    const deeds = {
      answered: () => this.said(answer),
      // A message that changed meanwhile is an answer too.
      waiting: () => node?.isConnected && toast(this.words("botSilent")),
      url: () => this.follow(answer.url),
      checkout: () => openCheckout(this.session, answer.checkout),
      copy: () => this.copy(answer.text),
      switch_inline: () => this.session.tell("inline", { query: answer.query, bot: answer.bot ?? message.via_bot?.username ?? message.from?.username, here: answer.here ?? button.switch_inline_query_current_chat !== undefined }),
      web_app: () => openWebApp(this.session, answer.url, this.follow),
      disabled: () => toast(this.words("buttonDisabled")),
    };
    deeds[answer.kind]?.();
  }

  /** A callback query's answer: words, an alert, or a link. */
  said = ({ text, alert, url }) => {
    if (text && alert) alertBox(text, this.words("ok"));
    else if (text) toast(text);
    if (url) void this.follow(url);
  };

  follow = async (url) => {
    if (!isTelegramLink(url)) return this.leaveFor(url);
    const answer = await this.try(() => this.session.api.open(url));
    if (answer?.checkout) openCheckout(this.session, answer.checkout);
    else if (answer?.requested) toast(this.words("askedToJoin"));
    else if (answer?.url && new URL(answer.url).hash.includes("tgWebAppData=")) openWebApp(this.session, answer.url, this.follow);
    else if (answer?.chat) {
      this.session.tell("go", { chat: answer.chat.id ?? answer.chat });
      if (answer.message && url.includes("/c/")) this.jump(answer.message);
    }
    else if (answer?.url) this.leaveFor(answer.url);
    return undefined;
  };

  /** A link that leads out of the messenger. */
  leaveFor(url) {
    const href = withPayer(safeLink(url), this.session.me);
    if (href) window.open(href, "_blank", "noopener,noreferrer");
    else toast(this.words("unsafeLink"), "bad");
  }

  copy = async (text) => {
    await this.try(() => navigator.clipboard.writeText(text));
    toast(this.words("copied"));
  };

  command = (text) => this.session.tell("say", text);
  mention = (username) => {
    if (this.session.botNamed(username)) void this.openBot(username);
    else this.session.tell("insert", `@${username} `);
  };

  openBot = (username) => {
    const { id } = this.session.botNamed(username);
    if (this.session.row(id)?.bot?.started) this.session.tell("go", { chat: id });
    else void this.startBot(username);
  };

  startBot = async (username, payload) => {
    const answer = await this.try(() => this.session.api.start(username, payload));
    const chat = answer?.chat?.id ?? answer?.chat ?? this.session.botNamed(username)?.id;
    if (answer && chat) this.session.tell("go", { chat });
  };

  react = (message, emoji) => this.try(() => this.session.api.react(message.chat.id, message.seen.key, emoji));

  rememberedVote = (message) => this.votes.get(message.poll.id);
  vote = async (message, options) => {
    this.votes.set(message.poll.id, options);
    const answer = await this.try(() => this.session.api.vote(message.chat.id, message.seen.key, options));
    if (answer === null) this.votes.delete(message.poll.id);
  };

  jump = (quoted) => this.session.tell("jump", quoted);
  menu = (message, at) => this.session.tell("menu", { message, at });

  showPicture = (address) => {
    const sheet = openSheet({ label: this.words("photo"), kind: "viewer" });
    const shut = el("button", { type: "button", class: "viewer-picture", onclick: () => sheet.close(), aria: { label: this.words("close") } });
    shut.append(el("img", { src: address, alt: this.words("photo") }));
    sheet.body.append(shut);
    sheet.focusFirst();
  };
}

/** Stripe's page in the sandbox knows who pays, and brings her back to her own chat. */
function withPayer(href, me) {
  if (!href?.startsWith(`${location.origin}/pay/`)) return href;
  const url = new URL(href);
  url.searchParams.set("person", me.id);
  return url.href;
}
