// What a bot is writing just now; it goes when the message comes, or after half a minute.

import { el } from "../app/dom.js";
import { entityNodes } from "./entities.js";
import { richMessage } from "./rich.js";

export class Draft {
  constructor(session, acts, place) {
    Object.assign(this, { session, acts, place });
    this.node = el("div", { class: "draft-line", hidden: true, aria: { live: "off" } });
  }

  show({ name, draft, thread, seconds }) {
    if (thread && String(thread) !== String(this.place.thread)) return;
    const words = draft.rich_message ? richMessage({ ...draft, chat: {}, seen: {} }, this.acts) : draft.text ? entityNodes(draft.text, draft.entities, this.acts) : "…";
    this.node.replaceChildren(el("strong", {}, name), el("div", { class: "draft-words", dir: "auto" }, words));
    this.node.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), seconds * 1000);
  }

  hide() {
    clearTimeout(this.timer);
    this.node.hidden = true;
  }
}
