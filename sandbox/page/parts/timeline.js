// The lines of a history: days, the unread mark, bubbles. Draws again only what differs from what stands there.

import { el } from "../app/dom.js";
import { dayName, dayNumber } from "../app/format.js";
import { unitNode } from "./bubble.js";

export class Timeline {
  constructor(session, acts, list) {
    Object.assign(this, { session, acts, list });
    this.drawn = new Map();
  }

  node(key) {
    return this.drawn.get(key)?.node;
  }

  draw(units, newFrom) {
    const lines = new Map();
    let day = null;
    for (const unit of units) {
      const today = dayNumber(unit.messages[0].date);
      if (today !== day) lines.set(`day ${today}`, this.dayLine(unit, `day ${today}`));
      day = today;
      if (unit.messages.some((message) => message.seen.key === newFrom)) lines.set("unread", this.unreadLine());
      lines.set(unit.key, this.unitLine(unit));
    }
    this.settle(lines);
  }

  unitLine(unit) {
    const kept = this.drawn.get(unit.key);
    const same = kept && kept.first === unit.first && kept.last === unit.last && sameMessages(kept.messages, unit.messages);
    if (same) return kept;

    const node = unitNode(unit, this.session, this.acts);
    if (kept) replaceKeepingFocus(kept.node, node);
    else node.classList.add("arriving");
    return { ...unit, node };
  }

  dayLine(unit, key) {
    const name = dayName(unit.messages[0].date, this.session.now(), this.session.words);
    const kept = this.drawn.get(key);
    if (kept?.name === name) return kept;
    return { node: el("li", { class: "day", role: "separator" }, el("span", {}, name)), name };
  }

  unreadLine() {
    return this.drawn.get("unread") ?? { node: el("li", { class: "unread-line", role: "separator" }, el("span", {}, this.session.t("newMessages"))) };
  }

  settle(lines) {
    for (const [key, { node }] of this.drawn) if (lines.get(key)?.node !== node) node.remove();
    let here = this.list.firstChild;
    for (const { node } of lines.values()) {
      if (node === here) here = here.nextSibling;
      else this.list.insertBefore(node, here);
    }
    this.drawn = lines;
  }
}

function sameMessages(some, others) {
  return some.length === others.length && some.every((message, index) => message === others[index]);
}

function replaceKeepingFocus(old, node) {
  const focused = old.contains(document.activeElement) ? document.activeElement.className : null;
  old.replaceWith(node);
  if (focused === null) return;
  const twin = [...node.querySelectorAll("button, a, input")].find((each) => each.className === focused);
  (twin ?? node).focus({ preventScroll: true });
}
