// What the input offers while one types: commands, names, and a bot's inline results.

import { append, el } from "../app/dom.js";
import { personName } from "../app/format.js";
import { safePicture } from "../app/links.js";
import { avatar } from "./avatar.js";

const INLINE_WAIT = 250;
const MOST = 40;
let ids = 0;

export class Suggestions {
  constructor(session, acts, composer) {
    Object.assign(this, { session, acts, composer, options: [], here: -1, id: `suggestions-${(ids += 1)}` });
    this.node = el("div", { class: "suggestions", id: this.id, role: "listbox", hidden: true, aria: { label: session.t("suggestions") } });
    const { input } = composer;
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.id]]) input.setAttribute(name, value);
    input.addEventListener("blur", () => setTimeout(() => document.activeElement !== input && this.close(), 150));
  }

  commands(row) {
    return row?.commands?.length ? row.commands : (row?.bot?.commands ?? []);
  }

  update() {
    const text = this.composer.input.value;
    const inline = /^@(\w{3,32})\s([\s\S]*)$/.exec(text);
    const bot = inline && this.session.botNamed(inline[1]);
    clearTimeout(this.timer);
    this.asking?.abort();
    if (bot) this.timer = setTimeout(() => void this.askInline(bot, inline[2]), INLINE_WAIT);
    else if (/^\/\w*$/.test(text)) this.show(this.commandOptions(text.slice(1)));
    else this.show(this.nameOptions(text));
  }

  commandOptions(begun) {
    const commands = this.commands(this.composer.row);
    const several = new Set(commands.map((command) => command.bot)).size > 1;
    return commands
      .filter((command) => command.command.startsWith(begun.toLowerCase()))
      .map((command) => {
        const text = `/${command.command}${several && command.bot ? `@${command.bot}` : ""}`;
        return { nodes: [el("strong", { dir: "ltr" }, text), el("span", { class: "dim", dir: "auto" }, command.description)], take: () => this.take(`${text} `), enter: () => this.sayNow(text) };
      });
  }

  nameOptions(text) {
    const begun = /(?:^|\s)@(\w*)$/.exec(text);
    if (!begun || this.composer.row?.chat.type === "private") return [];
    return [...this.session.people, ...this.session.bots]
      .filter((user) => user.username?.toLowerCase().startsWith(begun[1].toLowerCase()) && user.id !== this.session.me.id)
      .slice(0, MOST)
      .map((user) => ({
        nodes: [avatar(user.id, personName(user), user.photo_url, "tiny"), el("bdi", {}, personName(user)), el("span", { class: "dim" }, `@${user.username}`)],
        take: () => this.take(text.slice(0, text.length - begun[1].length) + `${user.username} `),
      }));
  }

  async askInline(bot, query) {
    this.asking = new AbortController();
    const { chat } = this.composer.place;
    const body = { bot: bot.username, query, chat: Number(chat) || chat };
    const answer = await this.acts.try(() => this.session.api.inline(body, this.asking.signal));
    if (answer) this.show([...this.inlineButton(bot, answer.button), ...(answer.results ?? []).map((result) => this.inlineOption(answer, result))]);
  }

  inlineButton(bot, button) {
    if (!button) return [];
    return [{ nodes: [el("strong", { dir: "auto" }, button.text)], take: () => void this.acts.startBot(bot.username, button.start_parameter) }];
  }

  inlineOption(answer, result) {
    const picture = safePicture(result.thumbnail_url ?? result.photo_url);
    const face = picture ? el("img", { class: "inline-face", src: picture, alt: "" }) : el("span", { class: "inline-face" }, (result.title ?? "?").slice(0, 1));
    const { chat, thread } = this.composer.place;
    const choose = () => {
      this.composer.input.value = "";
      this.composer.onInput();
      const body = { query_id: answer.query_id ?? result.query_id, result_id: result.id, chat: Number(chat) || chat };
      if (thread) body.thread = Number(thread);
      void this.acts.try(() => this.session.api.choose(body));
    };
    return { nodes: [face, el("span", { class: "inline-words" }, el("strong", { dir: "auto" }, result.title ?? result.id), el("span", { class: "dim", dir: "auto" }, result.description ?? result.caption ?? ""))], take: choose };
  }

  take(text) {
    const { input } = this.composer;
    input.value = text;
    input.focus();
    this.composer.onInput();
  }

  sayNow(text) {
    this.composer.input.value = "";
    this.composer.onInput();
    void this.composer.say({ text });
  }

  show(options) {
    this.options = options;
    this.here = options.length ? 0 : -1;
    this.node.hidden = options.length === 0;
    this.node.replaceChildren();
    append(this.node, options.map((option, index) => this.optionNode(option, index)));
    this.composer.input.setAttribute("aria-expanded", String(options.length > 0));
    this.mark();
  }

  optionNode(option, index) {
    const node = el("div", { class: "suggestion", role: "option", id: `${this.id}-${index}` }, option.nodes);
    node.addEventListener("pointerdown", (event) => event.preventDefault());
    node.addEventListener("click", () => this.run(option));
    return node;
  }

  run(option) {
    this.close();
    (option.enter ?? option.take)();
  }

  mark() {
    [...this.node.children].forEach((node, index) => {
      node.setAttribute("aria-selected", String(index === this.here));
      if (index === this.here) node.scrollIntoView({ block: "nearest" });
    });
    if (this.here >= 0) this.composer.input.setAttribute("aria-activedescendant", `${this.id}-${this.here}`);
    else this.composer.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.show([]);
  }

  /** True when the key was for the list. */
  onKey(event) {
    if (this.node.hidden) return false;
    const { length } = this.options;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.here = (this.here + (event.key === "ArrowDown" ? 1 : -1) + length) % length;
      this.mark();
    } else if (event.key === "Tab" && !event.shiftKey) this.options[this.here].take();
    else if (event.key === "Enter" && !event.shiftKey) this.run(this.options[this.here]);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
