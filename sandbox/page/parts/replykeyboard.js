// The keyboard a bot puts under the input.

import { el } from "../app/dom.js";
import { roundButton } from "./chatlist.js";
import { styleOf } from "./richtext.js";
import { openWebApp } from "./webapp.js";

export class ReplyKeyboard {
  constructor(session, acts, say) {
    Object.assign(this, { session, acts, say, hidden: false, shown: null });
    this.node = el("div", { class: "reply-keyboard", hidden: true, role: "group", aria: { label: session.t("keyboard") } });
    this.switch = roundButton("keyboard", session.t("keyboard"), () => this.flip(), "keyboard-button");
    this.switch.hidden = true;
  }

  show(keyboard) {
    const rows = keyboard?.markup.keyboard ?? null;
    if (keyboard?.message !== this.shown) this.hidden = false;
    this.shown = keyboard?.message ?? null;
    this.rows = rows;
    this.markup = keyboard?.markup;
    this.switch.hidden = !rows;
    if (rows) this.node.replaceChildren(...rows.map((row) => el("div", { class: "key-row" }, row.map((button) => this.key(button)))));
    this.draw();
  }

  draw() {
    this.node.hidden = !this.rows || this.hidden;
    this.switch.setAttribute("aria-pressed", String(!this.node.hidden));
  }

  flip() {
    this.hidden = !this.hidden;
    this.draw();
  }

  key(button) {
    const plain = typeof button === "string" ? { text: button } : button;
    return el("button", { type: "button", class: `key ${styleOf(plain)}`, onclick: () => this.press(plain) }, el("span", { class: "key-label", dir: "auto" }, plain.text));
  }

  press(button) {
    if (button.web_app) return openWebApp(this.session, button.web_app.url, this.acts.follow);
    if (this.markup.one_time_keyboard) {
      this.hidden = true;
      this.draw();
    }
    return this.say(button.text);
  }
}
